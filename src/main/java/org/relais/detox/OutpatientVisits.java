package org.relais.detox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.person.PersonName;
import org.relais.person.PersonService;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.DetoxId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.worklist.Worklist;

/**
 * The visits of outpatient withdrawals: who is expected today, whom a result calls for, and what became of the visits
 * that were missed. A call stays until somebody answers it, a missed visit until somebody closes its follow-up.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class OutpatientVisits {

    private static final int NOTE = 1_000;

    private final DetoxTable withdrawals;
    private final VisitTable table;
    private final VisitFacts facts;
    private final DetoxEntries entries;
    private final PersonService people;
    private final Worklist worklist;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutpatientVisits(
            DetoxTable withdrawals,
            VisitTable table,
            VisitFacts facts,
            DetoxEntries entries,
            PersonService people,
            Worklist worklist,
            Centres centres,
            AccessService access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.withdrawals = withdrawals;
        this.table = table;
        this.facts = facts;
        this.entries = entries;
        this.people = people;
        this.worklist = worklist;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The live outpatient withdrawals of a centre, whoever is expected first, first. The number of SQL does not depend
     * on how many there are.
     *
     * @param names over the administrative section, for care
     * @param medical over the medical section, of a reader who sees all of it
     * @throws NotFound when the centre is not one of the scopes'
     */
    public List<VisitRow> of(Scope names, Scope medical, CentreId centre) {
        access.requireFull(medical, Section.MEDICAL);
        if (!medical.centres().contains(centre)) {
            throw new NotFound();
        }
        var live = withdrawals.live(medical).stream()
                .filter(row ->
                        row.setting() == DetoxSetting.OUTPATIENT && row.centre().equals(centre))
                .toList();
        var asked = live.stream().map(DetoxRow::person).collect(Collectors.toSet());
        access.show(medical, asked);
        var named = people.names(names, asked);
        var locked = access.lockedBy(medical, Section.MEDICAL, asked);
        var found = facts.of(medical, live);
        return live.stream()
                .map(row -> row(row, found, named, locked.contains(row.person())))
                .sorted(Comparator.comparing(OutpatientVisits::expectedAt))
                .toList();
    }

    /**
     * Tells what was done around a visit. Stands in the record and in the access log, and closes the tasks it answers.
     *
     * @param write to write in the medical section
     * @throws InvalidInput at {@code step}, {@code visitDay}, {@code at}, {@code agreedAt}, {@code means}, {@code
     *     informed} or {@code note}
     * @throws Conflict when the withdrawal has ended or is no outpatient one
     * @throws NotFound when it is not the person's, or of a centre in which the actor takes no part
     */
    public void tell(Grant write, RecordVisitStep command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        if (table.told(write.people(), command.id())) {
            return;
        }
        var detox = withdrawals
                .find(write.people(), command.detox())
                .filter(row -> write.centres().contains(row.centre()))
                .orElseThrow(NotFound::new);
        if (detox.state() == DetoxState.ENDED || detox.setting() != DetoxSetting.OUTPATIENT) {
            throw new Conflict("detox.error.state");
        }
        var told = checked(write, detox, command);
        var entry = entries.visit(write, detox, command, told);
        table.insert(detox, command, told, write.actor().id(), entry);
        access.recordChange(write, write.person(), AccessAction.CREATE, "detox-visit", command.id());
        if (command.step().answersCall()) {
            table.calls(List.of(detox.id())).forEach(call -> worklist.complete(write, call.form()));
        }
        if (command.step().closesFollowUp() && command.visitDay() != null) {
            worklist.complete(write, MissedVisit.id(detox.id(), command.visitDay()));
        }
        events.publishEvent(new WardChanged(detox.centre()));
    }

    private VisitTable.Told checked(Grant write, DetoxRow detox, RecordVisitStep command) {
        var now = clock.instant();
        var at = command.at() == null ? now : command.at();
        if (at.isAfter(now)) {
            throw new InvalidInput("at", "detox.error.future");
        }
        // Times are chosen to the minute
        if (at.isBefore(detox.startedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidInput("at", "detox.error.before-start");
        }
        var day = centres.centre(detox.centre()).serviceDay();
        var step = command.step();
        var missed = command.visitDay();
        if (step.followsUp() != (missed != null)
                || (missed != null && (!missed.isBefore(day.of(now)) || missed.isBefore(day.of(detox.startedAt()))))) {
            throw new InvalidInput("visitDay", "detox.error.visit-day");
        }
        if ((step == VisitStep.NEW_VISIT) != (command.agreedAt() != null)) {
            throw new InvalidInput("agreedAt", "shared.error.required");
        }
        if (command.agreedAt() != null && !command.agreedAt().isAfter(now)) {
            throw new InvalidInput("agreedAt", "detox.error.visit-past");
        }
        if (step == VisitStep.PHYSICIAN_SAW && write.actor().role() != Role.PHYSICIAN) {
            throw new InvalidInput("step", "detox.error.physician-sees");
        }
        var sent = step == VisitStep.SENT_TO_EMERGENCY;
        if (sent && command.means() == null) {
            throw new InvalidInput("means", "shared.error.required");
        }
        var informed = sent
                ? FreeText.requireLine("informed", command.informed(), FreeText.LINE)
                : FreeText.optionalLine("informed", command.informed(), FreeText.LINE);
        var explained = step == VisitStep.WELFARE_CHECK
                || (step == VisitStep.PHYSICIAN_SAW && called(detox.id(), VisitCall.EMERGENCY));
        var note = explained
                ? FreeText.require("note", command.note(), NOTE)
                : FreeText.optional("note", command.note(), NOTE);
        return new VisitTable.Told(
                at, informed, note, write.unitIn(detox.centre()).orElse(null));
    }

    private boolean called(DetoxId detox, VisitCall kind) {
        var answered = table.steps(List.of(detox)).stream()
                .filter(step -> step.step().answersCall())
                .toList();
        return table.calls(List.of(detox)).stream()
                .filter(call -> call.kind() == kind)
                .anyMatch(call ->
                        answered.stream().allMatch(step -> step.recordedAt().isBefore(call.recordedAt())));
    }

    private static VisitRow row(
            DetoxRow detox, Map<DetoxId, VisitFacts.Facts> found, Map<PersonId, PersonName> named, boolean withheld) {
        var facts = found.get(detox.id());
        var name = named.get(detox.person());
        if (facts == null) {
            return new VisitRow(detox, name, null, List.of(), null, null, List.of(), withheld);
        }
        if (withheld) {
            return new VisitRow(detox.concealed(), name, facts.course(), List.of(), null, null, List.of(), true);
        }
        // Emergency care goes before the physician
        var call = facts.calls().stream()
                .max(Comparator.comparing(VisitTable.CallRow::kind).thenComparing(VisitTable.CallRow::recordedAt))
                .map(one -> new VisitRow.Call(one.kind(), one.instrument(), one.recordedAt()))
                .orElse(null);
        var followUps = facts.followUps().stream()
                .map(day -> new VisitRow.FollowUp(
                        day,
                        facts.steps().stream()
                                .filter(step -> day.equals(step.visitDay()))
                                .map(step -> new VisitRow.Step(step.step(), step.at(), step.by(), step.note()))
                                .toList()))
                .toList();
        return new VisitRow(detox, name, facts.course(), facts.observations(), call, sentAt(facts), followUps, false);
    }

    private static @Nullable Instant sentAt(VisitFacts.Facts facts) {
        return facts.steps().stream()
                .filter(step -> step.step() == VisitStep.SENT_TO_EMERGENCY)
                .map(VisitTable.StepRow::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant expectedAt(VisitRow row) {
        var today = row.today();
        return today == null ? Instant.MAX : today.at();
    }
}
