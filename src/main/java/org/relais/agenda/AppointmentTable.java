package org.relais.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.GroupId;
import org.relais.shared.Id;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The appointments and who takes part in them. */
@Component
class AppointmentTable {

    private static final String ROWS = "SELECT a.*, g.name AS group_name FROM agenda_appointment a"
            + " LEFT JOIN agenda_group g ON g.id = a.group_id ";

    /** As {@link #ROWS} for one person: of a session, whether that person came. */
    private static final String OF_PERSON = """
            SELECT a.id, a.series_id, a.pattern_day, a.alone, a.person_id, a.group_id, a.centre_id, a.unit_id, a.kind,
                   a.discipline, a.subject, a.place, a.room_id, a.starts_at, a.ends_at, a.state, a.reason, a.heads,
                   a.entry_id, a.version, a.created_by, NULL AS group_name
            FROM agenda_appointment a WHERE a.person_id IN (:people) AND %1$s
            UNION ALL
            SELECT a.id, a.series_id, a.pattern_day, a.alone, a.person_id, a.group_id, a.centre_id, a.unit_id, a.kind,
                   a.discipline, a.subject, a.place, a.room_id, a.starts_at, a.ends_at,
                   CASE WHEN a.state IN ('CANCELLED', 'LATE_CANCEL') THEN a.state
                        ELSE COALESCE(t.state, 'PLANNED') END, a.reason, a.heads,
                   t.entry_id, COALESCE(t.version, 0), a.created_by, g.name
            FROM agenda_group_member m JOIN agenda_appointment a ON a.group_id = m.group_id
            JOIN agenda_group g ON g.id = a.group_id
            LEFT JOIN agenda_attendance t ON t.appointment_id = a.id AND t.person_id IN (:people)
            WHERE m.person_id IN (:people) AND a.starts_at >= m.joined_at
              AND (m.left_at IS NULL OR a.starts_at < m.left_at) AND %1$s
            """;

    private final JdbcClient jdbc;

    AppointmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AppointmentId id, NewAppointment plan, Slot slot, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO agenda_appointment
                            (id, series_id, pattern_day, alone, person_id, group_id, centre_id, unit_id, kind, discipline,
                             subject, place, room_id, starts_at, ends_at, state, version, created_at, created_by,
                             changed_at, changed_by)
                        VALUES (:id, :series, :pattern, FALSE, :person, :group, :centre, :unit, :kind, :discipline,
                                :subject, :place, :room, :starts, :ends, 'PLANNED', 1, :at, :by, :at, :by)""")
                .param("id", id.value())
                .param("series", plan.series() ? plan.first().value() : null)
                .param("pattern", plan.series() ? slot.day() : null)
                .param("person", value(plan.person()))
                .param("group", value(plan.group()))
                .param("centre", plan.centre().value())
                .param("unit", value(plan.unit()))
                .param("kind", plan.kind().name())
                .param("discipline", plan.discipline().name())
                .param("subject", plan.subject())
                .param("place", plan.place())
                .param("room", value(plan.room()))
                .param("starts", Utc.column(slot.startsAt()))
                .param("ends", Utc.column(slot.endsAt()))
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
        putStaff(id, plan.staff());
        keep(id, at, by);
    }

    /** Whether the appointment stood at the version and is now there. */
    boolean move(
            AppointmentRow row,
            Slot slot,
            boolean alone,
            @Nullable MeetingRoomId room,
            Discipline discipline,
            List<StaffId> staff,
            StaffId by,
            Instant at) {
        var moved = jdbc.sql("""
                        UPDATE agenda_appointment
                        SET starts_at = :starts, ends_at = :ends, room_id = :room, discipline = :discipline,
                            alone = :alone,
                            pattern_day = CASE WHEN :alone THEN pattern_day WHEN series_id IS NULL THEN NULL
                                               ELSE :day END,
                            version = version + 1, changed_at = :at, changed_by = :by
                        WHERE id = :id AND version = :version AND state = 'PLANNED'""")
                        .param("starts", Utc.column(slot.startsAt()))
                        .param("ends", Utc.column(slot.endsAt()))
                        .param("room", value(room))
                        .param("discipline", discipline.name())
                        .param("alone", alone)
                        .param("day", slot.day())
                        .param("at", Utc.column(at))
                        .param("by", by.value())
                        .param("id", row.id().value())
                        .param("version", row.version())
                        .update()
                == 1;
        if (moved) {
            jdbc.sql("DELETE FROM agenda_appointment_staff WHERE appointment_id = ?")
                    .param(row.id().value())
                    .update();
            putStaff(row.id(), staff);
            keep(row.id(), at, by);
        }
        return moved;
    }

    /** Whether the appointment stood at the version and is now in this state. */
    boolean put(
            AppointmentRow row,
            AppointmentState state,
            @Nullable String reason,
            @Nullable Integer heads,
            StaffId by,
            Instant at) {
        var put = jdbc.sql("""
                        UPDATE agenda_appointment
                        SET state = ?, reason = ?, heads = ?, version = version + 1, changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(state.name())
                        .param(reason)
                        .param(heads)
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(row.id().value())
                        .param(row.version())
                        .update()
                == 1;
        if (put) {
            keep(row.id(), at, by);
        }
        return put;
    }

    void putEntry(AppointmentId appointment, @Nullable EntryId entry) {
        jdbc.sql("UPDATE agenda_appointment SET entry_id = ? WHERE id = ?")
                .param(value(entry))
                .param(appointment.value())
                .update();
    }

    Optional<AppointmentRow> find(AppointmentId id) {
        return withStaff(jdbc.sql(ROWS + "WHERE a.id = ?")
                        .param(id.value())
                        .query(AppointmentTable::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** One of a person's appointments, or a session of a group in which the person is or was. */
    Optional<AppointmentRow> find(Collection<PersonId> people, AppointmentId id) {
        return withStaff(jdbc.sql(OF_PERSON.formatted("a.id = :id"))
                        .param("people", Diaries.values(people))
                        .param("id", id.value())
                        .query(AppointmentTable::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The ids of a series in the order of time, or of the one appointment. */
    List<AppointmentId> booked(AppointmentId first) {
        return jdbc.sql("SELECT id FROM agenda_appointment WHERE id = :first OR series_id = :first ORDER BY starts_at")
                .param("first", first.value())
                .query((row, number) -> new AppointmentId(Utc.uuid(row, "id")))
                .list();
    }

    /** What is still planned of a series from a day of its pattern on, by time. */
    List<AppointmentRow> following(AppointmentId series, LocalDate from) {
        return withStaff(jdbc.sql(ROWS + "WHERE a.series_id = ? AND a.pattern_day >= ? AND a.state = 'PLANNED'"
                        + " ORDER BY a.pattern_day LIMIT 400")
                .param(series.value())
                .param(from)
                .query(AppointmentTable::row)
                .list());
    }

    List<AppointmentRow> upcoming(Collection<PersonId> people, Instant now, int limit) {
        return withStaff(jdbc.sql(OF_PERSON.formatted("a.ends_at > :now") + " ORDER BY starts_at, id LIMIT :limit")
                .param("people", Diaries.values(people))
                .param("now", Utc.column(now))
                .param("limit", limit)
                .query(AppointmentTable::row)
                .list());
    }

    List<AppointmentRow> past(Collection<PersonId> people, Instant now, @Nullable AppointmentCursor before, int limit) {
        var keyset = before == null
                ? "a.ends_at <= :now"
                : "a.ends_at <= :now AND (a.starts_at < :at OR (a.starts_at = :at AND a.id < :id))";
        var asked = jdbc.sql(OF_PERSON.formatted(keyset) + " ORDER BY starts_at DESC, id DESC LIMIT :limit")
                .param("people", Diaries.values(people))
                .param("now", Utc.column(now))
                .param("limit", limit);
        if (before != null) {
            asked = asked.param("at", Utc.column(before.startsAt()))
                    .param("id", before.id().value());
        }
        return withStaff(asked.query(AppointmentTable::row).list());
    }

    /** The sessions of groups in which one of these people is a member, that are still to be. */
    List<AppointmentRow> sessionsOf(Collection<PersonId> people, Instant from, Instant to) {
        return jdbc.sql(ROWS + """
                        JOIN agenda_group_member m ON m.group_id = a.group_id AND m.live
                        WHERE m.person_id IN (:people) AND a.starts_at < :to AND a.ends_at > :from
                          AND a.state = 'PLANNED' ORDER BY a.starts_at LIMIT 400""")
                .param("people", Diaries.values(people))
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .query(AppointmentTable::row)
                .list();
    }

    /** Everything of a centre, in order of time. */
    List<AppointmentRow> ofCentre(CentreId centre, Instant from, Instant to, @Nullable MeetingRoomId room, int limit) {
        return withStaff(jdbc.sql(ROWS + """
                        WHERE a.centre_id = :centre AND a.starts_at >= :from AND a.starts_at < :to
                          AND a.state NOT IN ('CANCELLED', 'LATE_CANCEL') AND (:anywhere OR a.room_id = :room)
                        ORDER BY a.starts_at, a.id LIMIT :limit""")
                .param("centre", centre.value())
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .param("anywhere", room == null)
                .param("room", room == null ? Diaries.NOTHING : room.value())
                .param("limit", limit)
                .query(AppointmentTable::row)
                .list());
    }

    /** Everything in which one of these colleagues takes part, wherever it is, in order of time. */
    List<AppointmentRow> ofStaff(Collection<StaffId> staff, Instant from, Instant to, int limit) {
        return withStaff(jdbc.sql(ROWS + """
                        WHERE a.id IN (SELECT b.appointment_id FROM agenda_busy b
                                       WHERE b.resource_id IN (:staff) AND b.starts_at >= :from AND b.starts_at < :to)
                        ORDER BY a.starts_at, a.id LIMIT :limit""")
                .param("staff", Diaries.values(staff))
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .param("limit", limit)
                .query(AppointmentTable::row)
                .list());
    }

    List<AppointmentRow> ofGroup(GroupId group, Instant from, int limit) {
        return withStaff(jdbc.sql(ROWS + "WHERE a.group_id = ? AND a.ends_at > ? ORDER BY a.starts_at, a.id LIMIT ?")
                .param(group.value())
                .param(Utc.column(from))
                .param(limit)
                .query(AppointmentTable::row)
                .list());
    }

    private void putStaff(AppointmentId id, List<StaffId> staff) {
        for (var place = 0; place < staff.size(); place++) {
            jdbc.sql("INSERT INTO agenda_appointment_staff VALUES (?,?,?)")
                    .param(id.value())
                    .param(staff.get(place).value())
                    .param(place)
                    .update();
        }
    }

    private void keep(AppointmentId id, Instant at, StaffId by) {
        jdbc.sql("""
                        INSERT INTO agenda_change
                        SELECT id, version, state, starts_at, ends_at, room_id, reason, ?, ? FROM agenda_appointment
                        WHERE id = ?""").param(Utc.column(at)).param(by.value()).param(id.value()).update();
    }

    private List<AppointmentRow> withStaff(List<AppointmentRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<AppointmentId, List<StaffId>> staff = new HashMap<>();
        jdbc.sql("SELECT appointment_id, staff_id FROM agenda_appointment_staff WHERE appointment_id IN (:ids)"
                        + " ORDER BY appointment_id, place")
                .param(
                        "ids",
                        Diaries.values(rows.stream().map(AppointmentRow::id).toList()))
                .query(row -> {
                    staff.computeIfAbsent(new AppointmentId(Utc.uuid(row, "appointment_id")), _ -> new ArrayList<>())
                            .add(new StaffId(Utc.uuid(row, "staff_id")));
                });
        return rows.stream()
                .map(row -> row.with(staff.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static AppointmentRow row(ResultSet row, int number) throws SQLException {
        var series = Utc.uuidOrNull(row, "series_id");
        var person = Utc.uuidOrNull(row, "person_id");
        var group = Utc.uuidOrNull(row, "group_id");
        var unit = Utc.uuidOrNull(row, "unit_id");
        var room = Utc.uuidOrNull(row, "room_id");
        var entry = Utc.uuidOrNull(row, "entry_id");
        return new AppointmentRow(
                new AppointmentId(Utc.uuid(row, "id")),
                series == null ? null : new AppointmentId(series),
                row.getObject("pattern_day", LocalDate.class),
                row.getBoolean("alone"),
                person == null ? null : new PersonId(person),
                group == null ? null : new GroupId(group),
                row.getString("group_name"),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                AppointmentKind.valueOf(row.getString("kind")),
                Discipline.valueOf(row.getString("discipline")),
                row.getString("subject"),
                row.getString("place"),
                room == null ? null : new MeetingRoomId(room),
                Utc.instant(row, "starts_at"),
                Utc.instant(row, "ends_at"),
                AppointmentState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("heads", Integer.class),
                entry == null ? null : new EntryId(entry),
                List.of(),
                row.getInt("version"),
                new StaffId(Utc.uuid(row, "created_by")));
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
