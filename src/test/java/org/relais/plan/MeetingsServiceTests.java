package org.relais.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.EntryLevel;
import org.relais.access.Scope;
import org.relais.record.Timeline;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.Conflict;
import org.relais.shared.DecisionId;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.TodayItem;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Team meetings from what is due to signed minutes, each person's part in that person's record alone. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, Reviewers.class})
class MeetingsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Reviewers reviewers;

    @Autowired
    Reviews reviews;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingToday meetingToday;

    @Autowired
    ReviewDatesToday reviewsToday;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    Place here;
    Place elsewhere;
    PersonId person;
    PersonId other;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        today = caseworkers.today();
        person = followed("Rémi");
        other = followed("Ana");
    }

    @Test
    void the_agenda_is_made_of_whom_the_unit_follows_and_whose_review_is_due_by_then() {
        due(person, 6);
        due(other, 2);
        var left = caseworkers.register(here, "Léo");
        planners.agreed(here, left, "Un emploi", today);
        due(left, 1);
        var later = followed("Mia");
        due(later, 20);
        assertThat(agenda(open(here.ward(), 7)).lines())
                .extracting(MeetingLine::person)
                .containsExactly(other, person);
        assertThat(agenda(open(here.team(), 7)).lines()).isEmpty();
        assertThat(agenda(open(null, 30)).lines())
                .extracting(MeetingLine::person)
                .containsExactly(other, person, later);
    }

    @Test
    void opening_twice_opens_one_and_who_opens_it_is_present() {
        due(person, 2);
        var command = new OpenMeeting(MeetingId.create(), here.centre(), here.ward(), today.plusDays(3));
        var first = as(() -> meetings.open(reviewers.plan(), reviewers.people(), command));
        assertThat(as(() -> meetings.open(reviewers.plan(), reviewers.people(), command)))
                .isEqualTo(first);
        assertThat(first.present()).containsExactly(member(Role.SOCIAL_WORKER));
        assertThat(agenda(first.id()).lines()).hasSize(1);
        assertThatThrownBy(() -> elsewhere.as(
                        Role.SOCIAL_WORKER,
                        () -> meetings.open(
                                reviewers.plan(),
                                reviewers.people(),
                                new OpenMeeting(MeetingId.create(), here.centre(), here.ward(), today))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_meeting_lies_no_further_back_than_a_month_and_no_further_ahead_than_three() {
        for (var day :
                List.of(today.minusMonths(1).minusDays(1), today.plusMonths(3).plusDays(1))) {
            assertThatThrownBy(() -> as(() -> meetings.open(
                            reviewers.plan(),
                            reviewers.people(),
                            new OpenMeeting(MeetingId.create(), here.centre(), here.ward(), day))))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            error -> assertThat(error.field()).isEqualTo("heldOn"));
        }
    }

    @Test
    void who_may_read_one_person_of_a_meeting_sees_nothing_of_the_others() {
        due(person, 2);
        due(other, 3);
        var meeting = open(here.ward(), 7);
        var mine = part(meeting, person);
        var theirs = part(meeting, other);
        write(person, mine, "Said of Rémi");
        write(other, theirs, "Said of Ana");
        as(() -> sign(person, mine));
        as(() -> sign(other, theirs));
        caseworkers.follow(elsewhere, person);
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            // Of their own person that it exists: the other centre wrote it, and nothing is shared
            assertThat(meetings.part(reviewers.read(person), mine).level()).isEqualTo(EntryLevel.EXISTENCE);
            assertThat(meetings.part(reviewers.read(person), mine).said()).isNull();
            assertThatThrownBy(() -> reviewers.read(other)).isInstanceOf(AccessDenied.class);
            var plan = reviewers.read(person);
            assertThatThrownBy(() -> meetings.part(plan, theirs)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> meetings.agenda(reviewers.plan(), meeting)).isInstanceOf(NotFound.class);
            assertThat(meetings.list(reviewers.plan(), null, null, 50)).isEmpty();
            assertThat(meetings.of(reviewers.read(person)))
                    .singleElement()
                    .satisfies(part -> assertThat(part.said()).isNull());
            return true;
        });
        // Within the centre too: a grant for one person opens the part of that person only
        here.as(Role.PHYSICIAN, () -> {
            var plan = reviewers.read(person);
            assertThat(meetings.part(plan, mine).said()).isEqualTo("Said of Rémi");
            assertThatThrownBy(() -> meetings.part(plan, theirs)).isInstanceOf(NotFound.class);
            assertThat(meetings.of(plan)).extracting(MeetingPart::said).containsExactly("Said of Rémi");
            return true;
        });
    }

    @Test
    void two_who_write_at_once_see_both_and_nothing_is_overwritten() {
        due(person, 2);
        var part = part(open(here.ward(), 7), person);
        as(() -> meetings.save(reviewers.write(person), new SaveMeetingPart(part, 1, "First", List.of())));
        assertThatThrownBy(() -> here.as(
                        Role.PHYSICIAN,
                        () -> meetings.save(
                                reviewers.write(person), new SaveMeetingPart(part, 1, "Second", List.of()))))
                .isInstanceOfSatisfying(StaleMeetingPart.class, stale -> {
                    assertThat(stale.stored().said()).isEqualTo("First");
                    assertThat(stale.stored().savedBy()).isEqualTo(member(Role.SOCIAL_WORKER));
                });
        var saved = as(() -> meetings.part(reviewers.read(person), part));
        assertThat(saved.said()).isEqualTo("First");
        assertThat(as(() -> meetings.save(reviewers.write(person), new SaveMeetingPart(part, 1, "First", List.of()))))
                .isEqualTo(saved);
    }

    @Test
    void decisions_become_tasks_of_their_owners_and_the_words_stand_in_the_record() {
        due(person, 2);
        var meeting = open(here.ward(), 7);
        var part = part(meeting, person);
        var decision = decided("Ring Le Seuil", Role.NURSE, today.plusDays(4));
        as(() -> meetings.save(
                reviewers.write(person), new SaveMeetingPart(part, 1, "He sleeps better", List.of(decision))));
        var entry = as(() -> sign(person, part));
        assertThat(as(() -> sign(person, part))).isEqualTo(entry);
        assertThat(as(() -> timeline.entry(reviewers.record(person), entry)).orElseThrow())
                .satisfies(row -> {
                    assertThat(row.type()).isEqualTo(MeetingDetail.TYPE);
                    assertThat(row.text()).isEqualTo("He sleeps better\n• Ring Le Seuil");
                    assertThat(row.title()).isNull();
                    assertThat(row.detail()).containsEntry(MeetingDetail.DECISIONS, "1");
                });
        assertThat(tasks(Role.NURSE)).singleElement().satisfies(task -> {
            assertThat(task.person()).isEqualTo(person);
            assertThat(task.dueOn()).isEqualTo(today.plusDays(4));
        });
        assertThat(lines(Role.NURSE)).singleElement().satisfies(line -> {
            assertThat(line.person()).isNull();
            assertThat(line.path()).isEqualTo(MeetingRoutes.meeting(meeting));
            assertThat(line.title().key()).isEqualTo("plan.meeting.today.one");
        });
        assertThat(lines(Role.PHYSICIAN)).isEmpty();
        here.as(Role.NURSE, () -> {
            meetings.done(reviewers.write(person), decision.id());
            meetings.done(reviewers.write(person), decision.id());
            return true;
        });
        assertThat(tasks(Role.NURSE)).isEmpty();
        assertThat(lines(Role.NURSE)).isEmpty();
        assertThatThrownBy(() -> as(() -> meetings.save(
                        reviewers.write(person), new SaveMeetingPart(part, 3, "Changed", List.of(decision)))))
                .isInstanceOfSatisfying(
                        Conflict.class, error -> assertThat(error.key()).isEqualTo("plan.meeting.error.signed"));
    }

    @Test
    void a_decision_goes_only_to_somebody_who_may_open_the_record() {
        due(person, 2);
        var part = part(open(here.ward(), 7), person);
        for (var wrong : List.of(Role.FAMILY_WORKER, Role.COORDINATOR, Role.ADMINISTRATOR)) {
            refusedOwner(part, here.member(wrong).id());
        }
        refusedOwner(part, elsewhere.member(Role.NURSE).id());
        refusedOwner(part, null);
        var version = as(() -> meetings.part(reviewers.read(person), part)).version();
        as(() -> meetings.save(
                reviewers.write(person),
                new SaveMeetingPart(part, version, "x", List.of(decided("Ring", Role.NURSE, today.minusDays(1))))));
        assertThatThrownBy(() -> as(() -> sign(person, part)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("dueOn"));
        assertThat(as(() -> meetings.part(reviewers.read(person), part)).signed())
                .isFalse();
    }

    @Test
    void minutes_are_signed_once_everything_written_is_and_then_nothing_changes() {
        due(person, 2);
        due(other, 3);
        var meeting = open(here.ward(), 7);
        var part = part(meeting, person);
        write(person, part, "Said");
        assertThatThrownBy(() -> as(() -> meetings.close(reviewers.plan(), meeting)))
                .isInstanceOfSatisfying(
                        Conflict.class, error -> assertThat(error.key()).isEqualTo("plan.meeting.error.unsigned"));
        as(() -> sign(person, part));
        var closed = as(() -> meetings.close(reviewers.plan(), meeting));
        assertThat(closed.signedBy()).isEqualTo(member(Role.SOCIAL_WORKER));
        assertThat(here.as(Role.PHYSICIAN, () -> meetings.close(reviewers.plan(), meeting)))
                .isEqualTo(closed);
        var left = part(meeting, other);
        refused(
                "plan.meeting.error.closed",
                () -> meetings.add(
                        reviewers.write(followed("Zoé")), new PutOnAgenda(MeetingPartId.create(), meeting, "New")));
        refused(
                "plan.meeting.error.closed",
                () -> meetings.change(
                        reviewers.plan(), new ChangeMeeting(meeting, closed.version(), Set.of(), List.of(left))));
        refused("plan.meeting.error.closed", () -> {
            meetings.remove(reviewers.write(other), left);
            return true;
        });
        refused(
                "plan.meeting.error.closed",
                () -> meetings.save(reviewers.write(other), new SaveMeetingPart(left, 1, "Late", List.of())));
        refused("plan.meeting.error.closed", () -> sign(other, left));
    }

    @Test
    void somebody_is_put_on_the_agenda_with_a_reason_and_taken_off_while_nothing_is_written() {
        var meeting = open(here.ward(), 7);
        var id = MeetingPartId.create();
        assertThatThrownBy(() -> as(() -> meetings.add(reviewers.write(person), new PutOnAgenda(id, meeting, " "))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("reason"));
        as(() -> meetings.add(reviewers.write(person), new PutOnAgenda(id, meeting, "Lost the flat")));
        as(() -> meetings.add(reviewers.write(person), new PutOnAgenda(MeetingPartId.create(), meeting, "Again")));
        assertThat(agenda(meeting).lines()).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo("Lost the flat");
            assertThat(line.begun()).isFalse();
        });
        write(person, id, "Said");
        refused("plan.meeting.error.written", () -> {
            meetings.remove(reviewers.write(person), id);
            return true;
        });
        as(() -> meetings.save(reviewers.write(person), new SaveMeetingPart(id, 2, " ", List.of())));
        as(() -> {
            meetings.remove(reviewers.write(person), id);
            meetings.remove(reviewers.write(person), id);
            return true;
        });
        assertThat(agenda(meeting).lines()).isEmpty();
    }

    @Test
    void the_order_and_who_is_present_are_changed_by_one_at_a_time() {
        due(person, 2);
        due(other, 3);
        var meeting = open(here.ward(), 7);
        var order = agenda(meeting).lines().stream().map(MeetingLine::part).toList();
        var present = Set.of(member(Role.NURSE), member(Role.SOCIAL_WORKER));
        var changed =
                as(() -> meetings.change(reviewers.plan(), new ChangeMeeting(meeting, 1, present, order.reversed())));
        assertThat(changed.present()).isEqualTo(present);
        assertThat(agenda(meeting).lines()).extracting(MeetingLine::part).isEqualTo(order.reversed());
        assertThatThrownBy(() -> here.as(
                        Role.PHYSICIAN,
                        () -> meetings.change(reviewers.plan(), new ChangeMeeting(meeting, 1, Set.of(), order))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> as(() -> meetings.change(
                        reviewers.plan(),
                        new ChangeMeeting(
                                meeting, 2, Set.of(elsewhere.member(Role.NURSE).id()), order))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("present"));
    }

    @Test
    void a_coordinator_reads_no_agenda_and_a_family_worker_opens_no_meeting() {
        var meeting = open(here.ward(), 7);
        assertThatThrownBy(() -> here.as(Role.COORDINATOR, () -> meetings.agenda(reviewers.plan(), meeting)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(
                        Role.DISPENSING_NURSE,
                        () -> meetings.open(
                                reviewers.plan(),
                                reviewers.people(),
                                new OpenMeeting(MeetingId.create(), here.centre(), here.ward(), today))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void reviews_that_come_up_stand_on_the_day_of_who_looks_after_a_goal() {
        due(person, 5);
        assertThat(here.as(Role.SOCIAL_WORKER, () -> reviewsToday.items(people(), today)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.person()).isEqualTo(person);
                    assertThat(line.dueOn()).isEqualTo(today.plusDays(5));
                    assertThat(line.path()).endsWith("/" + MeetingRoutes.REVIEWS);
                });
        assertThat(here.as(Role.PSYCHOLOGIST, () -> reviewsToday.items(people(), today)))
                .isEmpty();
        due(person, 9);
        assertThat(here.as(Role.SOCIAL_WORKER, () -> reviewsToday.items(people(), today)))
                .isEmpty();
    }

    @Test
    void a_review_of_whom_the_centre_no_longer_cares_for_stands_on_nobodys_day() {
        due(person, 5);
        jdbc.sql("UPDATE access_care_relation SET ends_at = ? WHERE person_id = ?")
                .param(Utc.column(clock.instant().minusSeconds(1)))
                .param(person.value())
                .update();
        assertThat(here.as(Role.SOCIAL_WORKER, () -> reviewsToday.items(people(), today)))
                .isEmpty();
    }

    private PersonId followed(String name) {
        var one = caseworkers.register(here, name);
        reviewers.enquire(here, one);
        planners.agreed(here, one, "Un chez-moi", today);
        return one;
    }

    private void due(PersonId one, int days) {
        as(() -> {
            var date = reviews.dates(reviewers.read(one)).getFirst();
            return reviews.schedule(
                    reviewers.write(one), new ScheduleReview(here.centre(), today.plusDays(days), date.version()));
        });
    }

    private MeetingId open(@Nullable UnitId unit, int days) {
        return as(() -> meetings.open(
                        reviewers.plan(),
                        reviewers.people(),
                        new OpenMeeting(MeetingId.create(), here.centre(), unit, today.plusDays(days))))
                .id();
    }

    private MeetingAgenda agenda(MeetingId meeting) {
        return as(() -> meetings.agenda(reviewers.plan(), meeting));
    }

    private MeetingPartId part(MeetingId meeting, PersonId one) {
        return agenda(meeting).lines().stream()
                .filter(line -> line.person().equals(one))
                .findFirst()
                .orElseThrow()
                .part();
    }

    private void write(PersonId one, MeetingPartId part, String said) {
        as(() -> meetings.save(reviewers.write(one), new SaveMeetingPart(part, 1, said, List.of())));
    }

    private EntryId sign(PersonId one, MeetingPartId part) {
        var version = meetings.part(reviewers.read(one), part).version();
        return meetings.sign(reviewers.write(one), reviewers.record(one), part, version);
    }

    private SaveMeetingPart.Decided decided(String title, Role owner, LocalDate dueOn) {
        return new SaveMeetingPart.Decided(DecisionId.create(), title, member(owner), dueOn);
    }

    private void refusedOwner(MeetingPartId part, @Nullable StaffId owner) {
        as(() -> {
            var version = meetings.part(reviewers.read(person), part).version();
            return meetings.save(
                    reviewers.write(person),
                    new SaveMeetingPart(
                            part,
                            version,
                            "x",
                            List.of(new SaveMeetingPart.Decided(
                                    DecisionId.create(), "Ring", owner, today.plusDays(1)))));
        });
        assertThatThrownBy(() -> as(() -> sign(person, part)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("owner"));
    }

    private void refused(String key, Callable<?> act) {
        assertThatThrownBy(() -> as(act))
                .isInstanceOfSatisfying(
                        Conflict.class, error -> assertThat(error.key()).isEqualTo(key));
    }

    private List<DueRow> tasks(Role role) {
        return here.as(
                role,
                () -> worklist.mine(people(), 50).rows().stream()
                        .filter(task -> MeetingDetail.DECISION.equals(task.kind()))
                        .toList());
    }

    private List<TodayItem> lines(Role role) {
        return here.as(role, () -> meetingToday.items(people(), today));
    }

    private Scope people() {
        return reviewers.people();
    }

    private StaffId member(Role role) {
        return here.member(role).id();
    }

    private <T> T as(Callable<T> act) {
        return here.as(Role.SOCIAL_WORKER, act);
    }
}
