package org.relais.reintegration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
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
    private final ServiceDays days;
    private final AccessService access;
    private final Clock clock;

    ReintegrationSteps(
            StepTable table,
            StepChecks checks,
            StepTraces traces,
            ServiceDays days,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.traces = traces;
        this.days = days;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Adds a step, to do. A worker who is responsible takes part in the person's care until it is closed.
     *
     * @param grant to write in the social section
     * @throws org.relais.shared.InvalidInput at {@code domain}, {@code title}, {@code dueOn}, {@code responsible},
     *     {@code worker}, {@code thirdParty} or {@code centre}
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
        var entry = traces.added(grant, added, now);
        table.keep(
                step.id(),
                added.version(),
                standing(added),
                entry,
                grant.actor().id(),
                now);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "reintegration-step", step.id());
        return new AddedStep(step.id(), entry);
    }

    /**
     * Moves a step or changes its due day; nothing happens when neither changes.
     *
     * @param grant to write in the social section
     * @throws StaleStep when it was changed meanwhile, with how it stands now
     * @throws org.relais.shared.Conflict when it cannot go there from where it stands
     * @throws org.relais.shared.InvalidInput at {@code reason} or {@code dueOn}
     * @throws NotFound when there is none, not so much of it may be read, or it belongs to a centre in which the actor
     *     takes no part
     */
    public StepRow change(Grant grant, ChangeStep command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var before = table.find(grant.people(), command.step())
                .filter(row -> grant.centres().contains(row.centre()) && level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
        if (before.version() != command.expectedVersion()) {
            throw new StaleStep(before);
        }
        if (before.status() == command.status() && before.dueOn().equals(command.dueOn())) {
            return before;
        }
        var after = StepLife.change(
                standing(before), command.status(), command.dueOn(), command.reason(), days.today(before.centre()));
        var now = clock.instant();
        if (!table.update(before, after, grant.actor().id(), now)) {
            throw new StaleStep(stored(grant, command.step()));
        }
        var changed = stored(grant, command.step());
        var entry = traces.changed(grant, before, changed, now);
        table.keep(changed.id(), changed.version(), after, entry, grant.actor().id(), now);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "reintegration-step", changed.id());
        return changed;
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
     * What was said of a step, the latest first.
     *
     * @param grant for the social section, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<StepChangeRow> history(Grant grant, StepId step) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var found = table.find(grant.people(), step)
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
        return table.changes(found.id());
    }

    /**
     * The open steps of one's caseload across people, the most late first. The people on the page are logged before it
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
        var from = after;
        var more = true;
        while (more && rows.size() < size) {
            var left = size - rows.size();
            var page = Slice.of(table.caseload(scope, filter, from, left + 1), left);
            rows.addAll(shown(scope, filter, page.rows()));
            more = page.more();
            from = more ? page.rows().getLast().cursor() : from;
        }
        return new Slice<>(rows, more);
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

    private static StepLife.Standing standing(StepRow row) {
        return new StepLife.Standing(row.status(), row.dueOn(), row.reason());
    }
}
