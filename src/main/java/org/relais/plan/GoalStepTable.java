package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** What the rooms do for goals, as it stands now. */
@Component
class GoalStepTable {

    private final JdbcClient jdbc;
    private final PlanDays days;

    GoalStepTable(JdbcClient jdbc, PlanDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** How many steps serve the goal that were not cancelled. */
    int serving(GoalId goal) {
        return jdbc.sql("SELECT COUNT(*) FROM plan_goal_step WHERE goal_id = ? AND state <> 'CANCELLED'")
                .param(goal.value())
                .query(Integer.class)
                .single();
    }

    /** Whether the step of this source serves the goal already. */
    boolean serves(Id source, GoalId goal) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM plan_goal_step WHERE source_id = ? AND goal_id = ?)")
                .param(source.value())
                .param(goal.value())
                .query(Boolean.class)
                .single();
    }

    void keep(GoalStep step, @Nullable UnitId unit, StaffId author) {
        jdbc.sql("""
                        INSERT INTO plan_goal_step
                            (source_id, goal_id, centre_id, unit_id, section, discipline, title, owner_id, due_on, state,
                             author_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?)
                        ON DUPLICATE KEY UPDATE goal_id = VALUE(goal_id), title = VALUE(title),
                            owner_id = VALUE(owner_id), due_on = VALUE(due_on), state = VALUE(state)""")
                .param(step.source().value())
                .param(step.goal().value())
                .param(step.centre().value())
                .param(unit == null ? null : unit.value())
                .param(step.section().name())
                .param(step.discipline().name())
                .param(step.title())
                .param(step.owner() == null ? null : step.owner().value())
                .param(step.dueOn())
                .param(step.state().name())
                .param(author.value())
                .update();
    }

    void remove(UUID source) {
        jdbc.sql("DELETE FROM plan_goal_step WHERE source_id = ?").param(source).update();
    }

    List<GoalStepRow> of(Grant record, Collection<GoalId> goals, int limit) {
        return jdbc
                .sql("""
                        SELECT s.* FROM plan_goal_step s JOIN plan_goal g ON g.id = s.goal_id
                        WHERE g.person_id IN (:people) AND s.goal_id IN (:goals)
                        ORDER BY s.due_on, s.source_id LIMIT :limit""")
                .param("people", GoalTable.values(record.people()))
                .param("goals", GoalTable.values(goals))
                .param("limit", limit)
                .query((row, number) -> cut(record, row))
                .list()
                .stream()
                .filter(step -> step.level() != EntryLevel.HIDDEN)
                .toList();
    }

    private GoalStepRow cut(Grant record, ResultSet row) throws SQLException {
        var section = Section.valueOf(row.getString("section"));
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var owner = Utc.uuidOrNull(row, "owner_id");
        var me = record.actor().id().value();
        var level = record.entryLevel(
                section,
                centre,
                unit == null ? null : new UnitId(unit),
                me.equals(owner) || me.equals(Utc.uuid(row, "author_id")));
        var full = level == EntryLevel.FULL;
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new GoalStepRow(
                new GoalId(Utc.uuid(row, "goal_id")),
                level,
                full ? Utc.uuid(row, "source_id") : null,
                section,
                Discipline.valueOf(row.getString("discipline")),
                centre,
                full || level == EntryLevel.SUMMARY ? row.getString("title") : null,
                full && owner != null ? new StaffId(owner) : null,
                full ? dueOn : null,
                full ? days.until(centre, dueOn) : null,
                GoalStepState.valueOf(row.getString("state")));
    }
}
