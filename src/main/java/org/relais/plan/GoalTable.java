package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** How each goal stands, and what was said of it on the way. */
@Component
class GoalTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final PlanDays days;

    GoalTable(JdbcClient jdbc, PlanDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The number the person's next goal gets; two at once meet at the unique key. */
    int nextNumber(PersonId person) {
        return jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM plan_goal WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    void insert(PersonId person, int number, NewGoal goal, @Nullable UnitId unit, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO plan_goal
                            (id, person_id, centre_id, unit_id, number, domain, statement, criterion, target_on, owner_id,
                             state, is_open, reopens_id, version, created_at, created_by, changed_at, changed_by)
                        VALUES (:id, :person, :centre, :unit, :number, :domain, :statement, :criterion, :target, :owner,
                                'DRAFT', TRUE, :reopens, 1, :at, :by, :at, :by)""")
                .param("id", goal.id().value())
                .param("person", person.value())
                .param("centre", goal.centre().value())
                .param("unit", value(unit))
                .param("number", number)
                .param("domain", goal.domain().name())
                .param("statement", goal.text().statement())
                .param("criterion", goal.text().criterion())
                .param("target", goal.text().targetOn())
                .param("owner", goal.text().owner().value())
                .param("reopens", value(goal.reopens()))
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
    }

    /** Whether the goal stood at the version and now says this. */
    boolean change(GoalRow before, GoalText text, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE plan_goal
                        SET statement = ?, criterion = ?, target_on = ?, owner_id = ?, version = version + 1,
                            changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(text.statement())
                        .param(text.criterion())
                        .param(text.targetOn())
                        .param(text.owner().value())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    /** Whether the goal stood at the version and now stands like this. */
    boolean move(GoalRow before, GoalLife.Standing after, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE plan_goal
                        SET state = ?, is_open = ?, signed_on = ?, ended_on = ?, evidence = ?, version = version + 1,
                            changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(after.state().name())
                        .param(after.state().open())
                        .param(after.signedOn())
                        .param(after.endedOn())
                        .param(after.evidence())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    void keep(GoalRow goal, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO plan_goal_change
                            (id, goal_id, version, statement, criterion, target_on, owner_id, state, signed_on, ended_on,
                             evidence, entry_id, changed_at, changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(GoalId.create().value())
                .param(goal.id().value())
                .param(goal.version())
                .param(goal.statement())
                .param(goal.criterion())
                .param(goal.targetOn())
                .param(goal.owner().value())
                .param(goal.state().name())
                .param(goal.signedOn())
                .param(goal.endedOn())
                .param(goal.evidence())
                .param(entry.value())
                .param(Utc.column(goal.changedAt()))
                .param(goal.changedBy().value())
                .update();
    }

    Optional<GoalRow> find(Collection<PersonId> people, GoalId goal) {
        return jdbc.sql("SELECT * FROM plan_goal WHERE person_id IN (:people) AND id = :goal")
                .param("people", values(people))
                .param("goal", goal.value())
                .query(this::row)
                .optional();
    }

    List<GoalRow> of(Collection<PersonId> people, int limit) {
        return jdbc.sql("""
                        SELECT * FROM plan_goal WHERE person_id IN (:people)
                        ORDER BY is_open DESC, number, person_id, id LIMIT :limit""")
                .param("people", values(people))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<GoalChangeRow> changes(GoalId goal) {
        return jdbc.sql("SELECT * FROM plan_goal_change WHERE goal_id = ? ORDER BY version DESC LIMIT 200")
                .param(goal.value())
                .query((row, number) -> new GoalChangeRow(
                        row.getInt("version"),
                        row.getString("statement"),
                        row.getString("criterion"),
                        row.getObject("target_on", LocalDate.class),
                        new StaffId(Utc.uuid(row, "owner_id")),
                        GoalState.valueOf(row.getString("state")),
                        row.getString("evidence"),
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
    }

    private GoalRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var reopens = Utc.uuidOrNull(row, "reopens_id");
        @Nullable LocalDate target = row.getObject("target_on", LocalDate.class);
        return new GoalRow(
                new GoalId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                row.getInt("number"),
                GoalDomain.valueOf(row.getString("domain")),
                row.getString("statement"),
                row.getString("criterion"),
                target,
                target == null ? null : days.until(centre, target),
                new StaffId(Utc.uuid(row, "owner_id")),
                GoalState.valueOf(row.getString("state")),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("evidence"),
                reopens == null ? null : new GoalId(reopens),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** Where a page begins; null for the first. */
    static UUID after(@Nullable PersonId last) {
        return last == null ? NOTHING : last.value();
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
