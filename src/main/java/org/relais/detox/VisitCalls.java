package org.relais.detox;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Section;
import org.relais.assessment.FormSigned;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/**
 * Calls for a physician the same day, or for emergency care, when the result of an outpatient withdrawal asks for it: in
 * the transaction of the result, once for each. A correction that calls no more leaves the call to be answered.
 */
@Component
class VisitCalls {

    private final DetoxTable withdrawals;
    private final VisitTable table;
    private final VisitFacts facts;
    private final Worklist worklist;
    private final StaffFunctions functions;
    private final Centres centres;
    private final Clock clock;

    VisitCalls(
            DetoxTable withdrawals,
            VisitTable table,
            VisitFacts facts,
            Worklist worklist,
            StaffFunctions functions,
            Centres centres,
            Clock clock) {
        this.withdrawals = withdrawals;
        this.table = table;
        this.facts = facts;
        this.worklist = worklist;
        this.functions = functions;
        this.centres = centres;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void signed(FormSigned event) {
        if (event.band() == null) {
            return;
        }
        withdrawals.of(event.write().people()).stream()
                .filter(row -> row.state() == DetoxState.ACTIVE
                        && row.setting() == DetoxSetting.OUTPATIENT
                        && row.centre().equals(event.centre())
                        && !event.occurredAt().isBefore(row.startedAt()))
                .findFirst()
                .ifPresent(row -> call(event, row));
    }

    private void call(FormSigned event, DetoxRow detox) {
        var call = facts.plan(detox)
                .flatMap(plan -> plan.call(event.instrument(), event.band()))
                .orElse(null);
        if (call == null) {
            return;
        }
        // A correction that says the same is the same result
        var corrected = event.supersedes();
        if (corrected != null
                && table.calls(List.of(detox.id())).stream()
                        .anyMatch(one -> one.form().equals(corrected) && one.kind() == call)) {
            return;
        }
        table.insert(detox, event.form(), call, event.instrument());
        var day = centres.centre(detox.centre()).serviceDay();
        var today = day.of(clock.instant());
        worklist.put(
                event.write(),
                new NewTask(
                        event.write().person(),
                        Section.MEDICAL,
                        Discipline.MEDICAL,
                        "detox.visit-call",
                        TaskTitle.key(call.key() + ".task"),
                        call == VisitCall.EMERGENCY ? clock.instant() : day.endOf(today),
                        call == VisitCall.EMERGENCY ? null : today,
                        onDuty(detox.centre()),
                        null,
                        detox.centre(),
                        event.form(),
                        DetoxRoutes.WITHDRAWALS));
    }

    // With nobody or several on duty it waits for any of them
    private @Nullable StaffId onDuty(CentreId centre) {
        var held = functions
                .heldToday(List.of(centre))
                .getOrDefault(centre, Map.of())
                .getOrDefault(StaffFunction.ON_CALL, List.of());
        return held.size() == 1 ? held.getFirst() : null;
    }
}
