package org.relais.demo;

import java.time.Instant;
import java.util.function.Supplier;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.aftercare.AnswerFollowUp;
import org.relais.aftercare.ContactRow;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.FollowUpRow;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.NoteAttempt;
import org.relais.aftercare.OpenWayBack;
import org.relais.aftercare.WaysBack;
import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.WayBackId;

/** The deeds after the end of a treatment: who may be contacted, what came of it, and the way back. */
@Component
@ConditionalOnProperty("relais.demonstration")
class AftercareDeeds {

    private final FollowUps followUps;
    private final WaysBack waysBack;
    private final HouseIndex house;

    AftercareDeeds(FollowUps followUps, WaysBack waysBack, HouseIndex house) {
        this.followUps = followUps;
        this.waysBack = waysBack;
        this.house = house;
    }

    /** @param administrative gives a grant to write in the administrative section */
    void perform(Grant plan, Supplier<Grant> administrative, AftercareDeed deed, Instant at) {
        switch (deed) {
            case AftercareDeed.Agree(var worker) -> {
                var row = latest(plan);
                followUps.answer(
                        plan, new AnswerFollowUp(row.id(), row.version(), FollowUpAnswer.AGREED, house.staff(worker)));
            }
            case AftercareDeed.Call(var months, var form, var outcome, var answers, var note) ->
                followUps.attempt(
                        plan,
                        new NoteAttempt(
                                FollowUpAttemptId.create(),
                                contact(plan, months).id(),
                                at.atZone(DemonstrationHouse.ZONE).toLocalDate(),
                                form,
                                outcome,
                                answers,
                                false,
                                note));
            case AftercareDeed.ComeBack(var ward, var words, var worker) -> {
                var unit = house.unit(ward);
                waysBack.open(
                        plan,
                        administrative.get(),
                        new OpenWayBack(WayBackId.create(), unit.centre(), unit.id(), words, house.staff(worker)));
            }
        }
    }

    private FollowUpRow latest(Grant plan) {
        return followUps.of(plan).followUps().getFirst();
    }

    private ContactRow contact(Grant plan, int months) {
        return latest(plan).contacts().stream()
                .filter(contact -> contact.months() == months)
                .findFirst()
                .orElseThrow();
    }
}
