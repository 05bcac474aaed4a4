package org.relais.doors;

import java.time.LocalDate;
import java.time.LocalTime;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.aftercare.AftercareFilter;
import org.relais.aftercare.AnswerFollowUp;
import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.NoteAttempt;
import org.relais.aftercare.OpenWayBack;
import org.relais.aftercare.TellPartner;
import org.relais.aftercare.WaysBack;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.BookAppointment;
import org.relais.shared.AppointmentId;
import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.FollowUpContactId;
import org.relais.shared.FollowUpId;
import org.relais.shared.PartnerContactId;
import org.relais.shared.WayBackId;

/** The doors of aftercare. */
@TestComponent
class AftercareDoors extends RoomDoors {

    AftercareDoors(FollowUps followUps, WaysBack waysBack, AccessService access, TransactionTemplate transaction) {
        super(transaction);
        read("FollowUps.of(Grant)", Section.PLAN, (grant, row) -> followUps.of(grant));
        listInFull(
                "FollowUps.list(Scope,AftercareFilter,AftercareCursor,int)",
                Section.PLAN,
                (scope, row) -> followUps.list(scope, AftercareFilter.MINE, null, 20));
        write(
                "FollowUps.answer(Grant,AnswerFollowUp)",
                Section.PLAN,
                (grant, row) -> undone(() -> followUps.answer(
                        grant, new AnswerFollowUp(FollowUpId.create(), 1, FollowUpAnswer.AGREED, null))));
        write(
                "FollowUps.hand(Grant,FollowUpId,int,StaffId)",
                Section.PLAN,
                (grant, row) -> undone(() -> followUps.hand(grant, FollowUpId.create(), 1, null)));
        write(
                "FollowUps.attempt(Grant,NoteAttempt)",
                Section.PLAN,
                (grant, row) -> undone(() -> followUps.attempt(
                        grant,
                        new NoteAttempt(
                                FollowUpAttemptId.create(),
                                FollowUpContactId.create(),
                                null,
                                AttemptForm.PHONE,
                                AttemptOutcome.NO_ANSWER,
                                FollowUpForm.EMPTY,
                                false,
                                null))));
        write(
                "FollowUps.notReached(Grant,FollowUpContactId,int)",
                Section.PLAN,
                (grant, row) -> undone(() -> followUps.notReached(grant, FollowUpContactId.create(), 1)));
        write(
                "FollowUps.correct(Grant,FollowUpContactId,int,FollowUpForm,String)",
                Section.PLAN,
                (grant, row) -> undone(
                        () -> followUps.correct(grant, FollowUpContactId.create(), 1, FollowUpForm.EMPTY, "A reason")));
        waysBack(waysBack, access);
    }

    private void waysBack(WaysBack waysBack, AccessService access) {
        read("WaysBack.of(Grant)", Section.PLAN, (grant, row) -> waysBack.of(grant));
        read("WaysBack.partners(Grant)", Section.RECORD, (grant, row) -> waysBack.partners(grant));
        write("WaysBack.open(Grant,Grant,OpenWayBack)", Section.PLAN, (grant, row) -> {
            var administrative = access.grant(row.person(), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
            return undone(() -> waysBack.open(
                    grant,
                    administrative,
                    new OpenWayBack(WayBackId.create(), row.home().centre(), null, null, null)));
        });
        write(
                "WaysBack.book(Grant,WayBackId,int,BookAppointment,boolean)",
                Section.PLAN,
                (grant, row) -> undone(() -> waysBack.book(
                        grant,
                        WayBackId.create(),
                        1,
                        BookAppointment.of(
                                AppointmentId.create(),
                                row.home().centre(),
                                AppointmentKind.INDIVIDUAL,
                                null,
                                LocalDate.of(2026, 11, 23),
                                LocalTime.NOON,
                                45,
                                grant.actor().id()),
                        false)));
        write(
                "WaysBack.seen(Grant,WayBackId,int,LocalDate)",
                Section.PLAN,
                (grant, row) -> undone(() -> waysBack.seen(grant, WayBackId.create(), 1, null)));
        write(
                "WaysBack.revised(Grant,WayBackId,int,AddGoal)",
                Section.PLAN,
                (grant, row) -> undone(() -> waysBack.revised(grant, WayBackId.create(), 1, null)));
        write("WaysBack.tell(Grant,Grant,TellPartner)", Section.PLAN, (grant, row) -> {
            var record = access.grant(row.person(), Section.RECORD);
            return undone(() -> waysBack.tell(
                    grant, record, new TellPartner(PartnerContactId.create(), WayBackId.create(), null, "Words")));
        });
        write(
                "WaysBack.end(Grant,WayBackId,int,String)",
                Section.PLAN,
                (grant, row) -> undone(() -> waysBack.end(grant, WayBackId.create(), 1, "A reason")));
    }
}
