package org.relais.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Conflict;
import org.relais.shared.GoalId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;

/** The goals of a person's care plan, in their own words. Each change is kept and stands in the record. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Goals {

    /** The most goals a plan holds; older closed ones are in the record. */
    public static final int MOST_GOALS = 100;

    private final GoalTable table;
    private final GoalStepTable steps;
    private final GoalChecks checks;
    private final PlanDays days;
    private final ReviewDates reviews;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    Goals(
            GoalTable table,
            GoalStepTable steps,
            GoalChecks checks,
            PlanDays days,
            ReviewDates reviews,
            Timeline timeline,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.steps = steps;
        this.checks = checks;
        this.days = days;
        this.reviews = reviews;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes a goal down, as a draft. A second call with the same id changes nothing.
     *
     * @param grant to write in the plan
     * @throws InvalidInput at {@code centre}, {@code domain}, {@code statement}, {@code criterion}, {@code targetOn},
     *     {@code owner} or {@code reopens}
     * @throws Conflict when somebody wrote another goal at the same moment
     */
    public GoalRow add(Grant grant, AddGoal command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = table.find(grant.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        var goal = checks.checked(grant, command);
        requireClosed(grant, goal.reopens());
        var now = clock.instant();
        try {
            table.insert(
                    grant.person(),
                    table.nextNumber(grant.person()),
                    goal,
                    grant.unitIn(goal.centre()).orElse(null),
                    grant.actor().id(),
                    now);
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("plan.error.meanwhile");
        }
        return kept(grant, null, stored(grant, goal.id()), AccessAction.CREATE, now);
    }

    /**
     * Says a goal anew; nothing happens when it says the same.
     *
     * @param grant to write in the plan
     * @throws StaleGoal when it was changed meanwhile, with how it stands now
     * @throws Conflict when it is closed
     * @throws InvalidInput at {@code statement}, {@code criterion}, {@code targetOn} or {@code owner}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public GoalRow change(Grant grant, ChangeGoal command) {
        var before = opened(grant, command.goal(), command.expectedVersion());
        if (!before.state().open()) {
            throw new Conflict("plan.error.move.obsolete");
        }
        var text = checks.checked(grant, before, command);
        if (text.equals(new GoalText(before.statement(), before.criterion(), before.targetOn(), before.owner()))) {
            return before;
        }
        var now = clock.instant();
        if (!table.change(before, text, grant.actor().id(), now)) {
            throw new StaleGoal(stored(grant, command.goal()));
        }
        return kept(grant, before, stored(grant, command.goal()), AccessAction.CHANGE, now);
    }

    /**
     * Moves a goal on; nothing happens when it stands there already.
     *
     * @param grant to write in the plan
     * @throws StaleGoal when it was changed meanwhile, with how it stands now
     * @throws Conflict when it cannot go there from where it stands, or is agreed without a step
     * @throws InvalidInput at {@code criterion}, {@code on} or {@code evidence}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public GoalRow move(Grant grant, MoveGoal command) {
        var before = opened(grant, command.goal(), command.expectedVersion());
        if (before.state() == command.state()) {
            return before;
        }
        var after = GoalLife.move(before, command, steps.serving(before.id()), days.today(before.centre()));
        var now = clock.instant();
        if (!table.move(before, after, grant.actor().id(), now)) {
            throw new StaleGoal(stored(grant, command.goal()));
        }
        if (command.state() == GoalState.AGREED) {
            reviews.expect(grant.person(), before.centre(), grant.actor().id(), now);
        }
        return kept(grant, before, stored(grant, command.goal()), AccessAction.CHANGE, now);
    }

    /**
     * The person's goals, open ones first, cut to what the grant shows. One SQL.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public GoalList of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        var read = Slice.of(table.of(grant.people(), MOST_GOALS + 1), MOST_GOALS);
        var full = new ArrayList<GoalRow>();
        var titles = new ArrayList<GoalTitle>();
        var hidden = 0;
        for (var goal : read.rows()) {
            switch (level(grant, goal)) {
                case FULL -> full.add(goal);
                case SUMMARY ->
                    titles.add(new GoalTitle(
                            goal.id(),
                            goal.number(),
                            goal.createdAt(),
                            goal.createdBy(),
                            goal.centre(),
                            goal.domain(),
                            goal.statement()));
                case EXISTENCE -> hidden++;
                case HIDDEN -> {
                    // Nothing of it may be known
                }
            }
        }
        return new GoalList(full, titles, hidden, read.more());
    }

    /**
     * How a goal stood on the way, the latest first.
     *
     * @param grant for the plan, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<GoalChangeRow> history(Grant grant, GoalId goal) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.changes(readable(grant, goal).id());
    }

    /** One goal that may be read in full. Within the caller's transaction, which has checked its grant. */
    GoalRow readable(Grant grant, GoalId goal) {
        return table.find(grant.people(), goal)
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private GoalRow opened(Grant grant, GoalId goal, int expectedVersion) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = readable(grant, goal);
        if (!grant.centres().contains(before.centre())) {
            throw new NotFound();
        }
        if (before.version() != expectedVersion) {
            throw new StaleGoal(before);
        }
        return before;
    }

    private void requireClosed(Grant grant, @Nullable GoalId reopens) {
        if (reopens != null && readable(grant, reopens).state().open()) {
            throw new InvalidInput("reopens", "plan.error.still-open");
        }
    }

    private GoalRow kept(Grant grant, @Nullable GoalRow before, GoalRow after, AccessAction action, Instant now) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(GoalDetail.STATE, after.state().name());
        detail.put(GoalDetail.DOMAIN, after.domain().name());
        detail.put(GoalDetail.NUMBER, Integer.toString(after.number()));
        if (before != null && before.state() != after.state()) {
            detail.put(GoalDetail.STATE_BEFORE, before.state().name());
        }
        if (after.targetOn() != null) {
            detail.put(GoalDetail.TARGET, after.targetOn().toString());
        }
        var entry = timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.PLAN,
                                grant.actor().role().discipline(),
                                GoalDetail.TYPE,
                                now,
                                after.centre(),
                                after.id())
                        .by(grant.actor().id())
                        .saying(after.statement(), after.evidence() == null ? after.criterion() : after.evidence())
                        .with(detail));
        table.keep(after, entry);
        access.recordChange(grant, grant.person(), action, "plan-goal", after.id());
        return after;
    }

    private GoalRow stored(Grant grant, GoalId goal) {
        return table.find(grant.people(), goal).orElseThrow(NotFound::new);
    }

    static EntryLevel level(Grant grant, GoalRow goal) {
        return grant.entryLevel(
                Section.PLAN,
                goal.centre(),
                goal.unit(),
                goal.concerns(grant.actor().id()));
    }
}
