package org.relais.doors;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.plan.ChangeMeeting;
import org.relais.plan.CorrectReview;
import org.relais.plan.Meetings;
import org.relais.plan.OpenMeeting;
import org.relais.plan.PutOnAgenda;
import org.relais.plan.ReviewMember;
import org.relais.plan.Reviews;
import org.relais.plan.SaveMeetingPart;
import org.relais.plan.ScheduleReview;
import org.relais.plan.SignReview;
import org.relais.shared.DecisionId;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.NotFound;
import org.relais.shared.ReviewId;
import org.relais.staff.Role;

/** The doors of reviews and team meetings. */
@TestComponent
class ReviewDoors extends RoomDoors {

    private final AccessService access;
    private final Clock clock;

    ReviewDoors(
            Reviews reviews, Meetings meetings, AccessService access, Clock clock, TransactionTemplate transaction) {
        super(transaction);
        this.access = access;
        this.clock = clock;
        reviews(reviews);
        meetings(meetings);
    }

    private void reviews(Reviews reviews) {
        read(
                "Reviews.basis(Grant)",
                Section.RECORD,
                (grant, row) -> grant.section() == Section.RECORD && grant.level(Section.PLAN) == Level.NONE
                        ? "no plan"
                        : reviews.basis(grant));
        write("Reviews.sign(Grant,Grant,SignReview)", Section.PLAN, (grant, row) -> {
            var record = record(grant);
            return undone(() -> reviews.sign(grant, record, review(row, 0)));
        });
        write("Reviews.correct(Grant,Grant,CorrectReview)", Section.PLAN, (grant, row) -> {
            var record = record(grant);
            return missing(() -> reviews.correct(
                    grant,
                    record,
                    new CorrectReview(
                            ReviewId.create(),
                            ReviewId.create(),
                            "Wrong",
                            Map.of(),
                            List.of(new ReviewMember.ThePerson()),
                            null)));
        });
        read("Reviews.of(Grant)", Section.PLAN, (grant, row) -> reviews.of(grant));
        read(
                "Reviews.versions(Grant,ReviewId)",
                Section.PLAN,
                (grant, row) -> missing(() -> reviews.versions(grant, ReviewId.create())));
        read("Reviews.dates(Grant)", Section.PLAN, (grant, row) -> reviews.dates(grant));
        write(
                "Reviews.schedule(Grant,ScheduleReview)",
                Section.PLAN,
                (grant, row) -> undone(() ->
                        reviews.schedule(grant, new ScheduleReview(row.home().centre(), today().plusDays(9), 0))));
        listInFull(
                "Reviews.due(Scope,CentreId,LocalDate)",
                Section.PLAN,
                (scope, row) -> reviews.due(scope, scope.centres().iterator().next(), today()));
        role("Reviews.rule()", EnumSet.allOf(Role.class), row -> reviews.rule());
    }

    private void meetings(Meetings meetings) {
        writingList("Meetings.open(Scope,Scope,OpenMeeting)", Section.PLAN, (scope, row) -> {
            var people = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            return undone(() -> missing(() -> meetings.open(
                    scope,
                    people,
                    new OpenMeeting(
                            MeetingId.create(), scope.centres().iterator().next(), null, today()))));
        });
        listInFull(
                "Meetings.list(Scope,CentreId,UnitId,int)",
                Section.PLAN,
                (scope, row) -> meetings.list(scope, null, null, 50));
        listInFull(
                "Meetings.agenda(Scope,MeetingId)",
                Section.PLAN,
                (scope, row) -> missing(() -> meetings.agenda(scope, MeetingId.create())));
        writingList(
                "Meetings.change(Scope,ChangeMeeting)",
                Section.PLAN,
                (scope, row) -> missing(
                        () -> meetings.change(scope, new ChangeMeeting(MeetingId.create(), 1, Set.of(), List.of()))));
        write(
                "Meetings.add(Grant,PutOnAgenda)",
                Section.PLAN,
                (grant, row) -> missing(
                        () -> meetings.add(grant, new PutOnAgenda(MeetingPartId.create(), MeetingId.create(), "Why"))));
        write(
                "Meetings.remove(Grant,MeetingPartId)",
                Section.PLAN,
                (grant, row) -> missing(() -> {
                    meetings.remove(grant, MeetingPartId.create());
                    return "not on it";
                }));
        read(
                "Meetings.part(Grant,MeetingPartId)",
                Section.PLAN,
                (grant, row) -> missing(() -> meetings.part(grant, MeetingPartId.create())));
        read("Meetings.of(Grant)", Section.PLAN, (grant, row) -> meetings.of(grant));
        write(
                "Meetings.save(Grant,SaveMeetingPart)",
                Section.PLAN,
                (grant, row) -> missing(
                        () -> meetings.save(grant, new SaveMeetingPart(MeetingPartId.create(), 1, "Said", List.of()))));
        write("Meetings.sign(Grant,Grant,MeetingPartId,int)", Section.PLAN, (grant, row) -> {
            var record = record(grant);
            return missing(() -> meetings.sign(grant, record, MeetingPartId.create(), 1));
        });
        writingList(
                "Meetings.close(Scope,MeetingId)",
                Section.PLAN,
                (scope, row) -> missing(() -> meetings.close(scope, MeetingId.create())));
        write(
                "Meetings.done(Grant,DecisionId)",
                Section.PLAN,
                (grant, row) -> missing(() -> {
                    meetings.done(grant, DecisionId.create());
                    return "done";
                }));
    }

    private SignReview review(Fixture row, int last) {
        return new SignReview(
                ReviewId.create(),
                row.home().centre(),
                last,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                List.of(),
                List.of(new ReviewMember.ThePerson()),
                "I want to go on",
                today().plusDays(20),
                null,
                0);
    }

    private Grant record(Grant grant) {
        return access.grant(grant.person(), Section.RECORD);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    // Nothing of the kind exists: whoever may ask is told so
    private static Object missing(Supplier<Object> act) {
        try {
            return act.get();
        } catch (NotFound nothing) {
            return "nothing there";
        }
    }
}
