package org.relais.plan;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.ActionId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/**
 * What each profession does for a goal, with who sees to it and until when. Each change is kept, stands in the record and
 * moves its task.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PlanActions {

    /** The most actions a plan lists; older closed ones are in the record. */
    public static final int MOST_ACTIONS = 300;

    private final ActionTable table;
    private final ActionTraces traces;
    private final PlanDays days;
    private final RecordReaders readers;
    private final CurrentStaff members;
    private final StaffDirectory staff;
    private final AccessService access;
    private final Clock clock;

    PlanActions(
            ActionTable table,
            ActionTraces traces,
            PlanDays days,
            RecordReaders readers,
            CurrentStaff members,
            StaffDirectory staff,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.traces = traces;
        this.days = days;
        this.readers = readers;
        this.members = members;
        this.staff = staff;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes an action down, to do. A second call with the same id changes nothing. A colleague who sees to it takes part
     * in the person's care until it is closed.
     *
     * @param grant to write in the plan
     * @throws InvalidInput at {@code centre}, {@code goal}, {@code title}, {@code dueOn}, or at {@code owner} when they
     *     could not open the record
     */
    public ActionRow add(Grant grant, AddAction command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = table.find(grant.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "plan.error.centre");
        }
        var title = FreeText.requireLine("title", command.title(), FreeText.LINE);
        var due = ActionLife.requireDue(command.dueOn(), days.today(command.centre()));
        var owner = owner(grant, command.centre(), command.byPerson(), command.owner());
        var now = clock.instant();
        table.insert(
                grant.person(),
                command,
                title,
                new ActionLife.Standing(GoalStepState.TODO, due, owner, null),
                discipline(grant, owner),
                grant.unitIn(command.centre()).orElse(null),
                grant.actor().id(),
                now);
        var added = stored(grant, command.id());
        table.keep(added, traces.added(grant, added, now));
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "plan-action", added.id());
        return added;
    }

    /**
     * Moves an action, changes its day or its owner; nothing happens when nothing changes.
     *
     * @param grant to write in the plan
     * @throws StaleAction when it was changed meanwhile, with how it stands now
     * @throws org.relais.shared.Conflict when it cannot go there from where it stands
     * @throws InvalidInput at {@code reason}, {@code dueOn} or {@code owner}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public ActionRow change(Grant grant, ChangeAction command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = readable(grant, command.action());
        if (!grant.centres().contains(before.centre())) {
            throw new NotFound();
        }
        if (before.version() != command.expectedVersion()) {
            throw new StaleAction(before);
        }
        var asked = command.byPerson()
                ? null
                : Objects.requireNonNullElse(command.owner(), grant.actor().id());
        var stays = Objects.equals(asked, before.owner());
        if (stays && before.state() == command.state() && before.dueOn().equals(command.dueOn())) {
            return before;
        }
        var owner = stays ? before.owner() : owner(grant, before.centre(), command.byPerson(), asked);
        var after = ActionLife.change(before, command, owner, days.today(before.centre()));
        var now = clock.instant();
        if (!table.update(
                before,
                after,
                stays ? before.discipline() : discipline(grant, owner),
                grant.actor().id(),
                now)) {
            throw new StaleAction(stored(grant, command.action()));
        }
        var changed = stored(grant, command.action());
        table.keep(changed, traces.changed(grant, before, changed, now));
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "plan-action", changed.id());
        return changed;
    }

    /**
     * The person's actions that may be read in full, open ones first by their due day. One SQL.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public List<ActionRow> of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.of(grant.people(), MOST_ACTIONS).stream()
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .toList();
    }

    /**
     * How an action stood on the way, the latest first.
     *
     * @param grant for the plan, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<ActionChangeRow> history(Grant grant, ActionId action) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.changes(readable(grant, action).id());
    }

    private @Nullable StaffId owner(Grant grant, CentreId centre, boolean byPerson, @Nullable StaffId asked) {
        if (byPerson) {
            return null;
        }
        var me = grant.actor().id();
        if (asked == null || asked.equals(me)) {
            return me;
        }
        if (!members.now(asked)
                        .filter(member -> member.centres().contains(centre))
                        .isPresent()
                || !readers.mayBeAsked(grant, grant.person(), Section.PLAN, Right.WRITE, asked)) {
            throw new InvalidInput("owner", "plan.error.action-owner");
        }
        return asked;
    }

    private Discipline discipline(Grant grant, @Nullable StaffId owner) {
        var role = owner == null ? null : staff.find(owner).map(StaffCard::role).orElse(null);
        return (role == null ? grant.actor().role() : role).discipline();
    }

    private ActionRow readable(Grant grant, ActionId action) {
        return table.find(grant.people(), action)
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private ActionRow stored(Grant grant, ActionId action) {
        return table.find(grant.people(), action).orElseThrow(NotFound::new);
    }

    private static EntryLevel level(Grant grant, ActionRow row) {
        return grant.entryLevel(
                Section.PLAN,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()));
    }
}
