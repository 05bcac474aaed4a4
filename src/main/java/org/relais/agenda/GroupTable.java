package org.relais.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.GroupId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The groups, who leads them, who is a member, and who came. */
@Component
class GroupTable {

    private static final String ROWS = """
            SELECT g.*, (SELECT COUNT(*) FROM agenda_group_member m WHERE m.group_id = g.id AND m.live) AS members
            FROM agenda_group g
            """;

    private final JdbcClient jdbc;

    GroupTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            OpenGroup command,
            String name,
            GroupEntry entry,
            int capacity,
            Discipline discipline,
            List<StaffId> staff,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO agenda_group
                            (id, centre_id, name, entry, capacity, discipline, version, created_at, created_by)
                        VALUES (?,?,?,?,?,?,1,?,?)""")
                .param(command.id().value())
                .param(command.centre().value())
                .param(name)
                .param(entry.name())
                .param(capacity)
                .param(discipline.name())
                .param(Utc.column(at))
                .param(by.value())
                .update();
        for (var place = 0; place < staff.size(); place++) {
            jdbc.sql("INSERT INTO agenda_group_staff VALUES (?,?,?)")
                    .param(command.id().value())
                    .param(staff.get(place).value())
                    .param(place)
                    .update();
        }
    }

    boolean end(GroupId group, int version, Instant at) {
        return jdbc.sql("UPDATE agenda_group SET ended_at = ?, version = version + 1"
                                + " WHERE id = ? AND version = ? AND ended_at IS NULL")
                        .param(Utc.column(at))
                        .param(group.value())
                        .param(version)
                        .update()
                == 1;
    }

    /** Who comes after waits until this transaction has ended, so that the places are counted one after the other. */
    void hold(GroupId group) {
        jdbc.sql("UPDATE agenda_group SET version = version + 1 WHERE id = ?")
                .param(group.value())
                .update();
    }

    Optional<GroupRow> find(GroupId group) {
        return withStaff(jdbc.sql(ROWS + "WHERE g.id = ?")
                        .param(group.value())
                        .query(GroupTable::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** Whether the group is of the centre, goes on, and the scope reaches it. */
    boolean leads(Scope scope, GroupId group, CentreId centre) {
        return find(group)
                .filter(row -> row.centre().equals(centre)
                        && row.endedAt() == null
                        && scope.centres().contains(centre))
                .isPresent();
    }

    List<GroupRow> of(CentreId centre, int limit) {
        return withStaff(jdbc.sql(ROWS + "WHERE g.centre_id = ? AND g.ended_at IS NULL ORDER BY g.name, g.id LIMIT ?")
                .param(centre.value())
                .param(limit)
                .query(GroupTable::row)
                .list());
    }

    List<GroupRow> of(Collection<PersonId> people, int limit) {
        return withStaff(jdbc.sql(ROWS + """
                        WHERE g.id IN (SELECT m.group_id FROM agenda_group_member m
                                       WHERE m.person_id IN (:people) AND m.live)
                        ORDER BY g.name, g.id LIMIT :limit""")
                .param("people", Diaries.values(people))
                .param("limit", limit)
                .query(GroupTable::row)
                .list());
    }

    boolean member(Collection<PersonId> people, GroupId group) {
        return !jdbc.sql(
                        "SELECT 1 FROM agenda_group_member WHERE group_id = :group AND person_id IN (:people) AND live")
                .param("group", group.value())
                .param("people", Diaries.values(people))
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    void join(GroupId group, PersonId person, StaffId by, Instant at) {
        jdbc.sql("INSERT INTO agenda_group_member (id, group_id, person_id, joined_at, joined_by) VALUES (?,?,?,?,?)")
                .param(GroupId.create().value())
                .param(group.value())
                .param(person.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    boolean leave(GroupId group, Collection<PersonId> people, StaffId by, Instant at) {
        return jdbc.sql("UPDATE agenda_group_member SET left_at = :at, left_by = :by"
                                + " WHERE group_id = :group AND person_id IN (:people) AND left_at IS NULL")
                        .param("at", Utc.column(at))
                        .param("by", by.value())
                        .param("group", group.value())
                        .param("people", Diaries.values(people))
                        .update()
                > 0;
    }

    List<PersonId> members(GroupId group, Collection<PersonId> hidden, int limit) {
        return jdbc.sql("""
                        SELECT person_id FROM agenda_group_member
                        WHERE group_id = :group AND live AND person_id NOT IN (:hidden) ORDER BY joined_at, id LIMIT :limit""")
                .param("group", group.value())
                .param("hidden", Diaries.values(hidden))
                .param("limit", limit)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
    }

    /** Who is expected at a session, and who came. */
    List<Attendee> attendees(AppointmentRow session, Collection<PersonId> hidden, int limit) {
        var group = session.group();
        return group == null
                ? List.of()
                : jdbc.sql("""
                        SELECT m.person_id, COALESCE(t.state, 'PLANNED') AS state, COALESCE(t.version, 0) AS version
                        FROM agenda_group_member m
                        LEFT JOIN agenda_attendance t
                          ON t.appointment_id = :session AND t.person_id = m.person_id
                        WHERE m.group_id = :group AND m.joined_at <= :starts
                          AND (m.left_at IS NULL OR m.left_at > :starts) AND m.person_id NOT IN (:hidden)
                        ORDER BY m.joined_at, m.id LIMIT :limit""")
                        .param("session", session.id().value())
                        .param("group", group.value())
                        .param("starts", Utc.column(session.startsAt()))
                        .param("hidden", Diaries.values(hidden))
                        .param("limit", limit)
                        .query((row, number) -> new Attendee(
                                new PersonId(Utc.uuid(row, "person_id")),
                                AppointmentState.valueOf(row.getString("state")),
                                row.getInt("version")))
                        .list();
    }

    /** Whether nobody else noted it meanwhile. The row's version is that of the person's attendance. */
    boolean attend(PersonId person, AppointmentRow session, AppointmentState state, StaffId by, Instant at) {
        if (session.version() == 0) {
            return jdbc.sql("INSERT IGNORE INTO agenda_attendance VALUES (?,?,?,NULL,1,?,?)")
                            .param(session.id().value())
                            .param(person.value())
                            .param(state.name())
                            .param(Utc.column(at))
                            .param(by.value())
                            .update()
                    == 1;
        }
        return jdbc.sql("""
                        UPDATE agenda_attendance SET state = ?, version = version + 1, changed_at = ?, changed_by = ?
                        WHERE appointment_id = ? AND person_id = ? AND version = ?""")
                        .param(state.name())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(session.id().value())
                        .param(person.value())
                        .param(session.version())
                        .update()
                == 1;
    }

    /** Of whom it was noted at these sessions whether they came; under whom their record is read now. */
    List<Noted> noted(Collection<AppointmentId> sessions) {
        return jdbc.sql("""
                        SELECT t.appointment_id, COALESCE(m.surviving_id, t.person_id) AS person
                        FROM agenda_attendance t LEFT JOIN access_merge m ON m.absorbed_id = t.person_id AND m.live
                        WHERE t.appointment_id IN (:sessions) ORDER BY t.appointment_id, person""")
                .param("sessions", Diaries.values(sessions))
                .query((row, number) -> new Noted(
                        new AppointmentId(Utc.uuid(row, "appointment_id")), new PersonId(Utc.uuid(row, "person"))))
                .list();
    }

    /** That it was noted of somebody whether they came. */
    record Noted(AppointmentId session, PersonId person) {}

    void putEntry(PersonId person, AppointmentId session, @Nullable EntryId entry) {
        jdbc.sql("UPDATE agenda_attendance SET entry_id = ? WHERE appointment_id = ? AND person_id = ?")
                .param(entry == null ? null : entry.value())
                .param(session.value())
                .param(person.value())
                .update();
    }

    private List<GroupRow> withStaff(List<GroupRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<UUID, List<StaffId>> staff = new HashMap<>();
        jdbc.sql("SELECT group_id, staff_id FROM agenda_group_staff WHERE group_id IN (:groups)"
                        + " ORDER BY group_id, place")
                .param("groups", Diaries.values(rows.stream().map(GroupRow::id).toList()))
                .query(row -> {
                    staff.computeIfAbsent(Utc.uuid(row, "group_id"), _ -> new ArrayList<>())
                            .add(new StaffId(Utc.uuid(row, "staff_id")));
                });
        return rows.stream()
                .map(row -> row.with(staff.getOrDefault(row.id().value(), List.of())))
                .toList();
    }

    private static GroupRow row(ResultSet row, int number) throws SQLException {
        return new GroupRow(
                new GroupId(Utc.uuid(row, "id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                row.getString("name"),
                GroupEntry.valueOf(row.getString("entry")),
                row.getInt("capacity"),
                row.getInt("members"),
                Discipline.valueOf(row.getString("discipline")),
                List.of(),
                row.getInt("version"),
                Utc.instantOrNull(row, "ended_at"));
    }
}
