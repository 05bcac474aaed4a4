package org.relais.reintegration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.plan.GoalStep;
import org.relais.plan.GoalStepState;
import org.relais.plan.GoalSteps;
import org.relais.reintegration.StepLife.Standing;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;
import org.relais.shared.StepId;

/** The steps of reintegration agreed with a person. Each change is kept, stands in the record and moves its task. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class ReintegrationSteps {

    /** The most steps a person's list holds; older closed ones are in the record. */
    public static final int MOST_STEPS = 200;

    private final StepTable table;
    private final StepChecks checks;
    private final StepTraces traces;
    private final StepContactTable contacts;
    private final GoalSteps goals;
    private final RuleInForce<StuckRule> stuck;
    private final ServiceDays days;
    private final AccessService access;
    private final Clock clock;

    ReintegrationSteps(
            StepTable table,
            StepChecks checks,
            StepTraces traces,
            StepContactTable contacts,
            GoalSteps goals,
            RuleInForce<StuckRule> stuck,
            ServiceDays days,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.traces = traces;
        this.contacts = contacts;
        this.goals = goals;
        this.stuck = stuck;
        this.days = days;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Adds a step, to do. A worker who is responsible takes part in the person's care until it is closed.
     *
     * @param grant to write in the social section
     * @throws InvalidInput at {@code domain}, {@code title}, {@code dueOn}, {@code responsible}, {@code worker},
     *     {@code thirdParty}, {@code partner}, {@code goal} or {@code centre}
     */
    public AddedStep add(Grant grant, AddStep command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var before = table.added(grant.people(), command.id());
        if (before.isPresent()) {
            return new AddedStep(command.id(), before.get());
        }
        var step = checks.checked(grant, command);
        var now = clock.instant();
        table.insert(
                grant.person(),
                step,
                grant.unitIn(step.centre()).orElse(null),
                grant.actor().id(),
                now);
        var added = table.find(grant.people(), step.id()).orElseThrow(NotFound::new);
        serve(grant, added);
        var entry = traces.added(grant, added, now);
        table.keep(
                step.id(),
                added.version(),
                Standing.of(added),
                entry,
                grant.actor().id(),
                now);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "reintegration-step", step.id());
        return new AddedStep(step.id(), entry);
    }

    /**
     * Changes a step; nothing happens when it says nothing new. Who sees to it takes part in the person's care until it
     * is closed.
     *
     * @param grant to write in the social section
     * @throws StaleStep when it was changed meanwhile, with how it stands now
     * @throws Conflict when it cannot go there from where it stands
     * @throws InvalidInput at {@code reason}, {@code dueOn}, {@code partner}, {@code
     *     responsible}, {@code worker}, {@code thirdParty} or {@code goal}
     * @throws NotFound when there is none, not so much of it may be read, or it belongs to a centre in which the actor
     *     takes no part
     */
    public StepRow change(Grant grant, ChangeStep command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var before = changeable(grant, command.step());
        if (before.version() != command.expectedVersion()) {
            throw new StaleStep(before);
        }
        if (command.repeats(before)) {
            return before;
        }
        var after = StepLife.change(Standing.of(before), checks.checked(before, command), days.today(before.centre()));
        var now = clock.instant();
        if (!table.update(before, after, grant.actor().id(), now)) {
            throw new StaleStep(stored(grant, command.step()));
        }
        var changed = stored(grant, command.step());
        serve(grant, changed);
        var entry = traces.changed(grant, before, changed, now);
        table.keep(changed.id(), changed.version(), after, entry, grant.actor().id(), now);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "reintegration-step", changed.id());
        return changed;
    }

    /**
     * Notes that somebody outside was asked or reminded about a step: it stands in the record, and the step no longer
     * stands still.
     *
     * @param grant to write in the social section
     * @throws InvalidInput at {@code way} or {@code note}
     * @throws Conflict when the step is closed
     * @throws NotFound as for a change
     */
    public void contact(Grant grant, NoteContact command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var step = changeable(grant, command.step());
        if (contacts.stands(command.id(), command.step())) {
            return;
        }
        if (command.way() == null) {
            throw new InvalidInput("way", "shared.error.required");
        }
        var note = FreeText.optional("note", command.note(), StepLife.REASON);
        if (!step.status().open()) {
            throw new Conflict("reintegration.error.contact.closed");
        }
        var now = clock.instant();
        var entry = traces.contacted(grant, step, command.way(), command, note, now);
        contacts.insert(command, command.way(), note, entry, grant.actor().id(), now);
        table.moved(step.id(), now);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "reintegration-contact", command.id());
    }

    /**
     * Who was asked or reminded about a step, the latest first.
     *
     * @param grant for the social section, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<StepContactRow> contacts(Grant grant, StepId step) {
        access.require(grant, Section.SOCIAL, Right.READ);
        return contacts.of(readable(grant, step).id());
    }

    /**
     * The person's steps, cut to what the grant shows.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public StepList of(Grant grant, StepFilter filter) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var read = Slice.of(table.of(grant.people(), filter, MOST_STEPS + 1), MOST_STEPS);
        var full = read.rows().stream()
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .toList();
        var titles = read.rows().stream()
                .filter(row -> level(grant, row) == EntryLevel.SUMMARY)
                .map(row -> new StepTitle(row.createdAt(), row.createdBy(), row.centre(), row.title()))
                .sorted(Comparator.comparing(StepTitle::createdAt).reversed())
                .toList();
        var elsewhere = read.rows().stream()
                .filter(row -> level(grant, row) == EntryLevel.EXISTENCE)
                .count();
        return new StepList(full, titles, (int) elsewhere, read.more());
    }

    /**
     * Logs that the person's steps were printed.
     *
     * @param grant for the social section
     */
    public void printed(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        access.recordChange(grant, grant.person(), AccessAction.PRINT, "reintegration-board", grant.person());
    }

    /**
     * What was said of a step, the latest first.
     *
     * @param grant for the social section, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<StepChangeRow> history(Grant grant, StepId step) {
        access.require(grant, Section.SOCIAL, Right.READ);
        return table.changes(readable(grant, step).id());
    }

    /**
     * The open steps of one's caseload across people: the most late first, and of those as late the one that stands
     * still the longest. The people on the page are logged before it
     * is returned. Where a person locked the section, what others wrote and see to shows that it exists, and not among
     * those of a domain.
     *
     * @param scope over the social section, in full
     * @param after read on from here; null for the first page
     * @param size how many steps, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<CaseloadRow> caseload(Scope scope, CaseloadFilter filter, @Nullable StepCursor after, int size) {
        access.requireFull(scope, Section.SOCIAL);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 steps: " + size);
        }
        var rows = new ArrayList<CaseloadRow>();
        var still = filter.stuckOnly() ? clock.instant().minus(stuck.now().after()) : null;
        var from = after;
        var more = true;
        while (more && rows.size() < size) {
            var left = size - rows.size();
            var page = Slice.of(table.caseload(scope, filter, still, from, left + 1), left);
            rows.addAll(shown(scope, filter, page.rows()));
            more = page.more();
            from = more ? page.rows().getLast().cursor() : from;
        }
        return new Slice<>(rows, more);
    }

    /** In how many days a step is due that is made of a need without a day of its own. */
    @PreAuthorize("isAuthenticated()")
    public int daysForNeed() {
        return stuck.now().needDueDays();
    }

    private List<CaseloadRow> shown(Scope scope, CaseloadFilter filter, List<StepRow> steps) {
        var people = steps.stream().map(StepRow::person).distinct().toList();
        access.show(scope, people);
        var locked = access.lockedBy(scope, Section.SOCIAL, people);
        var me = scope.actor().id();
        return steps.stream()
                .map(row -> CaseloadRow.of(row, locked.contains(row.person()) && !row.concerns(me)))
                .filter(row -> row.step() != null || filter.domain() == null)
                .toList();
    }

    // Before the task, which may begin or end a care relation: the plan checks the grant once more
    private void serve(Grant grant, StepRow step) {
        if (step.goal() != null) {
            goals.keep(
                    grant,
                    new GoalStep(
                            step.goal(),
                            step.id(),
                            Section.SOCIAL,
                            Discipline.SOCIAL,
                            step.centre(),
                            step.title(),
                            step.responsible() instanceof Responsible.Worker(var staff) ? staff : null,
                            step.dueOn(),
                            GoalStepState.valueOf(step.status().name())));
        }
    }

    private StepRow changeable(Grant grant, StepId step) {
        return table.find(grant.people(), step)
                .filter(row -> grant.centres().contains(row.centre()) && level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private StepRow readable(Grant grant, StepId step) {
        return table.find(grant.people(), step)
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private StepRow stored(Grant grant, StepId step) {
        return table.find(grant.people(), step).orElseThrow(NotFound::new);
    }

    private static EntryLevel level(Grant grant, StepRow row) {
        return grant.entryLevel(
                Section.SOCIAL,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()));
    }
}
