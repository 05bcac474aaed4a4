package org.relais.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.episode.EpisodeService;
import org.relais.episode.OpenEnquiry;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.ReviewId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** Reviews and team meetings as the team of a test's house holds them. */
@TestComponent
public class Reviewers {

    private final AccessService access;
    private final Reviews reviews;
    private final Timeline timeline;
    private final EpisodeService episodes;
    private final Clock clock;

    Reviewers(AccessService access, Reviews reviews, Timeline timeline, EpisodeService episodes, Clock clock) {
        this.access = access;
        this.reviews = reviews;
        this.timeline = timeline;
        this.episodes = episodes;
        this.clock = clock;
    }

    /** The ward follows the person by an episode. */
    public void enquire(Place place, PersonId person) {
        place.as(
                Role.SOCIAL_WORKER,
                () -> episodes.enquire(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new OpenEnquiry(place.ward(), null, null)));
    }

    /** A review that leaves every goal where it is; to be called as somebody. */
    public SignReview command(Place place, ReviewBasis basis, LocalDate next) {
        return new SignReview(
                ReviewId.create(),
                place.centre(),
                basis.lastNumber(),
                basis.gatheredAt(),
                null,
                basis.goals().stream()
                        .map(goal -> new SignReview.Said(
                                goal.goal().id(), goal.goal().version(), null, null, "Goes on"))
                        .toList(),
                List.of(new ReviewMember.ThePerson()),
                "I want to go on",
                next,
                null,
                0);
    }

    /** The place's social worker signs one. */
    public EntryId sign(Place place, PersonId person) {
        return place.as(Role.SOCIAL_WORKER, () -> {
            var basis = reviews.basis(record(person));
            return reviews.sign(write(person), record(person), command(place, basis, today().plusMonths(1)));
        });
    }

    /** The last entry of a type; to be called as somebody. */
    public EntryId entry(PersonId person, String type) {
        return timeline.page(record(person), TimelineFilter.ALL, null, 50).rows().stream()
                .filter(entry -> type.equals(entry.type()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** To be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    /** To be called as somebody. */
    public Grant read(PersonId person) {
        return access.grant(person, Section.PLAN);
    }

    /** To be called as somebody. */
    public Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    /** To be called as somebody. */
    public Scope plan() {
        return access.scope(Section.PLAN, Purpose.CARE, null);
    }

    /** To be called as somebody. */
    public Scope people() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    /** The day it is in the places of a house. */
    public LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }
}
