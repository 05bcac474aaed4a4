package org.relais.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * The thread from any act of the record, whichever profession wrote it, to the goal it served. Who reads the thread sees
 * of each act what its own section gives them.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class GoalActs {

    /** The most acts of goals that are read at once, the latest first. */
    public static final int MOST_ACTS = 200;

    private final Goals goals;
    private final Timeline timeline;
    private final AccessService access;
    private final JdbcClient jdbc;
    private final Clock clock;

    GoalActs(Goals goals, Timeline timeline, AccessService access, JdbcClient jdbc, Clock clock) {
        this.goals = goals;
        this.timeline = timeline;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Says that an act served a goal; nothing happens when it is said already.
     *
     * @param plan to write in the plan
     * @param record for the record, of the same person
     * @throws NotFound when the person has no such goal or act, or nothing may be known of it
     */
    public void link(Grant plan, Grant record, GoalId goal, EntryId act) {
        requireBoth(plan, record);
        var serving = goals.readable(plan, goal);
        requireKnown(record, act);
        var added = jdbc.sql(
                        "INSERT IGNORE INTO plan_goal_act (goal_id, entry_id, linked_at, linked_by) VALUES (?,?,?,?)")
                .param(serving.id().value())
                .param(act.value())
                .param(Utc.column(clock.instant()))
                .param(plan.actor().id().value())
                .update();
        if (added == 1) {
            access.recordChange(plan, plan.person(), AccessAction.CHANGE, "plan-goal", serving.id());
        }
    }

    /**
     * Takes the thread back; nothing happens when there is none.
     *
     * @param plan to write in the plan
     * @throws NotFound when the person has no such goal
     */
    public void unlink(Grant plan, GoalId goal, EntryId act) {
        access.require(plan, Section.PLAN, Right.WRITE);
        var serving = goals.readable(plan, goal);
        var removed = jdbc.sql("DELETE FROM plan_goal_act WHERE goal_id = ? AND entry_id = ?")
                .param(serving.id().value())
                .param(act.value())
                .update();
        if (removed == 1) {
            access.recordChange(plan, plan.person(), AccessAction.CHANGE, "plan-goal", serving.id());
        }
    }

    /**
     * The acts that served these goals, the latest first, each cut to what its section shows the reader. Two SQL.
     *
     * @param record a grant for the record
     * @param from acts that happened from here on; null for all
     */
    @Transactional(readOnly = true)
    public List<GoalAct> of(Grant record, Collection<GoalId> asked, @Nullable Instant from) {
        access.requireRecord(record);
        var links = jdbc.sql("""
                        SELECT a.* FROM plan_goal_act a
                        JOIN plan_goal g ON g.id = a.goal_id
                        JOIN record_entry e ON e.id = a.entry_id
                        WHERE g.person_id IN (:people) AND a.goal_id IN (:goals) AND e.occurred_at >= :from
                        ORDER BY e.occurred_at DESC, a.entry_id LIMIT :limit""")
                .param("people", GoalTable.values(record.people()))
                .param("goals", GoalTable.values(asked))
                .param("from", Utc.column(from == null ? Instant.EPOCH : from))
                .param("limit", MOST_ACTS)
                .query((row, number) -> new Link(
                        new GoalId(Utc.uuid(row, "goal_id")),
                        new EntryId(Utc.uuid(row, "entry_id")),
                        Utc.instant(row, "linked_at"),
                        new StaffId(Utc.uuid(row, "linked_by"))))
                .list();
        var entries = timeline.entries(record, links.stream().map(Link::entry).toList());
        return links.stream()
                .filter(link -> entries.containsKey(link.entry()))
                .map(link -> new GoalAct(
                        link.goal(), Objects.requireNonNull(entries.get(link.entry())), link.at(), link.by()))
                .toList();
    }

    /**
     * Which goals each of these acts served, for showing it beside them. One SQL.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public Map<EntryId, List<GoalId>> served(Grant grant, Collection<EntryId> acts) {
        access.require(grant, Section.PLAN, Right.READ);
        return jdbc
                .sql("""
                        SELECT a.entry_id, a.goal_id FROM plan_goal_act a JOIN plan_goal g ON g.id = a.goal_id
                        WHERE g.person_id IN (:people) AND a.entry_id IN (:acts) ORDER BY g.number""")
                .param("people", GoalTable.values(grant.people()))
                .param("acts", GoalTable.values(acts))
                .query((row, number) ->
                        Map.entry(new EntryId(Utc.uuid(row, "entry_id")), new GoalId(Utc.uuid(row, "goal_id"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

    /**
     * As {@link #served}, with what a sign beside the act says: the number and the words of each goal that may be read, if
     * only as a summary. One SQL.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public Map<EntryId, List<ServedGoal>> signs(Grant grant, Collection<EntryId> acts) {
        access.require(grant, Section.PLAN, Right.READ);
        if (acts.isEmpty()) {
            return Map.of();
        }
        var me = grant.actor().id().value();
        return jdbc
                .sql("""
                        SELECT a.entry_id, g.id, g.number, g.statement, g.centre_id, g.unit_id, g.created_by, g.owner_id
                        FROM plan_goal_act a JOIN plan_goal g ON g.id = a.goal_id
                        WHERE g.person_id IN (:people) AND a.entry_id IN (:acts) ORDER BY g.number""")
                .param("people", GoalTable.values(grant.people()))
                .param("acts", GoalTable.values(acts))
                .query((row, number) -> {
                    var unit = Utc.uuidOrNull(row, "unit_id");
                    var level = grant.entryLevel(
                            Section.PLAN,
                            new CentreId(Utc.uuid(row, "centre_id")),
                            unit == null ? null : new UnitId(unit),
                            me.equals(Utc.uuid(row, "created_by")) || me.equals(Utc.uuid(row, "owner_id")));
                    return new Sign(
                            new EntryId(Utc.uuid(row, "entry_id")),
                            level,
                            new ServedGoal(
                                    new GoalId(Utc.uuid(row, "id")), row.getInt("number"), row.getString("statement")));
                })
                .list()
                .stream()
                .filter(sign -> sign.level() == EntryLevel.FULL || sign.level() == EntryLevel.SUMMARY)
                .collect(Collectors.groupingBy(
                        Sign::entry, Collectors.mapping(Sign::goal, Collectors.toUnmodifiableList())));
    }

    private void requireKnown(Grant record, EntryId act) {
        var known = timeline.entry(record, act).map(EntryRow::level).orElse(EntryLevel.HIDDEN);
        if (known != EntryLevel.FULL && known != EntryLevel.SUMMARY) {
            throw new NotFound();
        }
    }

    private void requireBoth(Grant plan, Grant record) {
        access.require(plan, Section.PLAN, Right.WRITE);
        access.requireRecord(record);
        if (!plan.person().equals(record.person())) {
            throw new IllegalArgumentException("Two grants of two people");
        }
    }

    private record Sign(EntryId entry, EntryLevel level, ServedGoal goal) {}

    private record Link(GoalId goal, EntryId entry, Instant at, StaffId by) {}
}
