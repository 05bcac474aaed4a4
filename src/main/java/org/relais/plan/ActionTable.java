package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.ActionId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** How each action stands, and what was said of it on the way. */
@Component
class ActionTable {

    private final JdbcClient jdbc;
    private final PlanDays days;

    ActionTable(JdbcClient jdbc, PlanDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    void insert(
            PersonId person,
            AddAction command,
            String title,
            ActionLife.Standing standing,
            Discipline discipline,
            @Nullable UnitId unit,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO plan_action
                            (id, goal_id, person_id, centre_id, unit_id, title, owner_id, discipline, due_on, state, is_open,
                             version, created_at, created_by, changed_at, changed_by)
                        VALUES (:id, :goal, :person, :centre, :unit, :title, :owner, :discipline, :due, :state, TRUE,
                                1, :at, :by, :at, :by)""")
                .param("id", command.id().value())
                .param("goal", command.goal().value())
                .param("person", person.value())
                .param("centre", command.centre().value())
                .param("unit", unit == null ? null : unit.value())
                .param("title", title)
                .param("owner", value(standing.owner()))
                .param("discipline", discipline.name())
                .param("due", standing.dueOn())
                .param("state", standing.state().name())
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
    }

    /** Whether the action stood at the version and now stands like this. */
    boolean update(ActionRow before, ActionLife.Standing after, Discipline discipline, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE plan_action
                        SET state = ?, is_open = ?, due_on = ?, owner_id = ?, discipline = ?, reason = ?,
                            version = version + 1, changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(after.state().name())
                        .param(after.state().open())
                        .param(after.dueOn())
                        .param(value(after.owner()))
                        .param(discipline.name())
                        .param(after.reason())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    void keep(ActionRow action, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO plan_action_change
                            (id, action_id, version, state, due_on, owner_id, reason, entry_id, changed_at, changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(ActionId.create().value())
                .param(action.id().value())
                .param(action.version())
                .param(action.state().name())
                .param(action.dueOn())
                .param(value(action.owner()))
                .param(action.reason())
                .param(entry.value())
                .param(Utc.column(action.changedAt()))
                .param(action.changedBy().value())
                .update();
    }

    Optional<ActionRow> find(Collection<PersonId> people, ActionId action) {
        return jdbc.sql("SELECT * FROM plan_action WHERE person_id IN (:people) AND id = :action")
                .param("people", GoalTable.values(people))
                .param("action", action.value())
                .query(this::row)
                .optional();
    }

    List<ActionRow> of(Collection<PersonId> people, int limit) {
        return jdbc.sql("""
                        SELECT * FROM plan_action WHERE person_id IN (:people)
                        ORDER BY is_open DESC, due_on, id LIMIT :limit""")
                .param("people", GoalTable.values(people))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<ActionChangeRow> changes(ActionId action) {
        return jdbc.sql("SELECT * FROM plan_action_change WHERE action_id = ? ORDER BY version DESC LIMIT 200")
                .param(action.value())
                .query((row, number) -> new ActionChangeRow(
                        row.getInt("version"),
                        GoalStepState.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        staff(row),
                        row.getString("reason"),
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
    }

    private ActionRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new ActionRow(
                new ActionId(Utc.uuid(row, "id")),
                new GoalId(Utc.uuid(row, "goal_id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                row.getString("title"),
                staff(row),
                Discipline.valueOf(row.getString("discipline")),
                dueOn,
                days.until(centre, dueOn),
                GoalStepState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")));
    }

    private static @Nullable StaffId staff(ResultSet row) throws SQLException {
        var owner = Utc.uuidOrNull(row, "owner_id");
        return owner == null ? null : new StaffId(owner);
    }

    private static java.util.@Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }
}
