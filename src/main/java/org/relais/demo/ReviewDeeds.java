package org.relais.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.plan.AddGoal;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStep;
import org.relais.plan.GoalStepState;
import org.relais.plan.GoalSteps;
import org.relais.plan.Goals;
import org.relais.plan.MeetingPart;
import org.relais.plan.Meetings;
import org.relais.plan.MoveGoal;
import org.relais.plan.OpenMeeting;
import org.relais.plan.PutOnAgenda;
import org.relais.plan.ReviewMember;
import org.relais.plan.ReviewWording;
import org.relais.plan.Reviews;
import org.relais.plan.SaveMeetingPart;
import org.relais.plan.SignReview;
import org.relais.shared.DecisionId;
import org.relais.shared.GoalId;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.ReviewId;
import org.relais.shared.StepId;

/** The deeds of reviews of plans and of team meetings. */
@Component
@ConditionalOnProperty("relais.demonstration")
class ReviewDeeds {

    private final Goals goals;
    private final GoalSteps steps;
    private final Reviews reviews;
    private final Meetings meetings;
    private final ReviewWording wording;
    private final Centres centres;
    private final AccessService access;
    private final HouseIndex house;
    private final TransactionTemplate transaction;

    ReviewDeeds(
            Goals goals,
            GoalSteps steps,
            Reviews reviews,
            Meetings meetings,
            ReviewWording wording,
            Centres centres,
            AccessService access,
            HouseIndex house,
            TransactionTemplate transaction) {
        this.goals = goals;
        this.steps = steps;
        this.reviews = reviews;
        this.meetings = meetings;
        this.wording = wording;
        this.centres = centres;
        this.access = access;
        this.house = house;
        this.transaction = transaction;
    }

    void perform(Life life, ReviewDeed deed) {
        var plan = access.grant(life.person(), Section.PLAN, Right.WRITE, Purpose.CARE);
        var record = access.grant(life.person(), Section.RECORD);
        switch (deed) {
            case ReviewDeed.AgreeGoal goal -> agree(plan, goal);
            case ReviewDeed.HoldReview review -> hold(plan, record, review);
            case ReviewDeed.TalkAbout talk -> talk(plan, record, talk);
            case ReviewDeed.SignMinutes(var ward, var on) -> meetings.close(scope(), meeting(ward, on));
        }
    }

    private void agree(Grant plan, ReviewDeed.AgreeGoal goal) {
        var centre = house.centre(goal.centre());
        var draft = goals.add(
                plan,
                new AddGoal(
                        GoalId.create(),
                        centre,
                        goal.domain(),
                        goal.statement(),
                        goal.criterion(),
                        goal.target(),
                        null,
                        null));
        transaction.executeWithoutResult(_ -> steps.keep(
                plan,
                new GoalStep(
                        draft.id(),
                        StepId.create(),
                        Section.PLAN,
                        plan.actor().role().discipline(),
                        centre,
                        goal.step(),
                        plan.actor().id(),
                        goal.stepDue(),
                        GoalStepState.TODO)));
        goals.move(plan, new MoveGoal(draft.id(), draft.version(), GoalState.AGREED, null, null));
    }

    private void hold(Grant plan, Grant record, ReviewDeed.HoldReview review) {
        var centre = house.centre(review.centre());
        var zone = centres.centre(centre).serviceDay().zone();
        var basis = reviews.basis(record);
        reviews.sign(
                plan,
                record,
                new SignReview(
                        ReviewId.create(),
                        centre,
                        basis.lastNumber(),
                        basis.gatheredAt(),
                        null,
                        basis.goals().stream()
                                .map(goal -> new SignReview.Said(
                                        goal.goal().id(),
                                        goal.goal().version(),
                                        null,
                                        null,
                                        wording.summary(goal, basis.since(), zone, Locale.FRENCH)))
                                .toList(),
                        List.of(
                                new ReviewMember.ThePerson(),
                                new ReviewMember.Colleague(plan.actor().id()),
                                new ReviewMember.Colleague(house.staff(review.with()))),
                        review.words(),
                        review.next(),
                        null,
                        0));
    }

    private void talk(Grant plan, Grant record, ReviewDeed.TalkAbout talk) {
        var meeting = meeting(talk.ward(), talk.on());
        var part = meetings.add(plan, new PutOnAgenda(MeetingPartId.create(), meeting, talk.reason()));
        if (talk.said() == null) {
            return;
        }
        part = save(plan, part, talk);
        if (talk.signed()) {
            meetings.sign(plan, record, part.id(), part.version());
        }
    }

    private MeetingPart save(Grant plan, MeetingPart part, ReviewDeed.TalkAbout talk) {
        return meetings.save(
                plan,
                new SaveMeetingPart(
                        part.id(),
                        part.version(),
                        talk.said(),
                        talk.decision() == null
                                ? List.of()
                                : List.of(new SaveMeetingPart.Decided(
                                        DecisionId.create(),
                                        talk.decision(),
                                        house.staff(Objects.requireNonNull(talk.owner())),
                                        talk.due()))));
    }

    // Of the same unit and day there is one: whoever talks first opens it
    private MeetingId meeting(Ward ward, LocalDate on) {
        var unit = house.unit(ward);
        return meetings.list(scope(), unit.centre(), unit.id(), 20).stream()
                .filter(row -> row.heldOn().equals(on))
                .findFirst()
                .orElseGet(() -> meetings.open(
                        scope(),
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new OpenMeeting(MeetingId.create(), unit.centre(), unit.id(), on)))
                .id();
    }

    private Scope scope() {
        return access.scope(Section.PLAN, Purpose.CARE, null);
    }
}
