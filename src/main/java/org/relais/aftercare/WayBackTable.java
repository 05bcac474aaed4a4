package org.relais.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.ConsentId;
import org.relais.shared.EntryId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PartnerContactId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.shared.WayBackId;

/** The tables of ways back. */
@Component
class WayBackTable {

    private final JdbcClient jdbc;
    private final AftercareDays days;

    WayBackTable(JdbcClient jdbc, AftercareDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    void insert(
            PersonId person,
            OpenWayBack command,
            @Nullable UnitId unit,
            @Nullable EpisodeId episode,
            @Nullable String words,
            LocalDate dueOn,
            StaffId by,
            Instant at) {
        var worker = command.worker();
        jdbc.sql("""
                        INSERT INTO aftercare_way_back
                            (id, person_id, centre_id, unit_id, episode_id, words, due_on, worker_id, later, open_way,
                             version, created_at, created_by, changed_at, changed_by)
                        VALUES (:id, :person, :centre, :unit, :episode, :words, :due, :worker, FALSE, TRUE, 1,
                                :at, :by, :at, :by)""")
                .param("id", command.id().value())
                .param("person", person.value())
                .param("centre", command.centre().value())
                .param("unit", unit == null ? null : unit.value())
                .param("episode", episode == null ? null : episode.value())
                .param("words", words)
                .param("due", dueOn)
                .param("worker", worker == null ? null : worker.value())
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
    }

    boolean booked(WayBackRow before, AppointmentId appointment, LocalDate on, boolean later, StaffId by, Instant at) {
        return change(
                before,
                "appointment_id = :appointment, appointment_on = :day, later = :later",
                Map.of("appointment", appointment.value(), "day", on, "later", later),
                by,
                at);
    }

    boolean seen(WayBackRow before, LocalDate on, boolean open, StaffId by, Instant at) {
        return change(before, "seen_on = :day, open_way = " + open(open), Map.of("day", on), by, at);
    }

    boolean revised(WayBackRow before, LocalDate on, boolean open, StaffId by, Instant at) {
        return change(before, "plan_revised_on = :day, open_way = " + open(open), Map.of("day", on), by, at);
    }

    boolean ended(WayBackRow before, String reason, StaffId by, Instant at) {
        return change(before, "end_reason = :reason, open_way = NULL", Map.of("reason", reason), by, at);
    }

    void told(
            WayBackRow row,
            PartnerContactId id,
            ConsentId consent,
            String organisation,
            String words,
            EntryId entry,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO aftercare_partner_contact
                            (id, way_back_id, person_id, consent_id, organisation, words, entry_id, recorded_at,
                             recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(row.id().value())
                .param(row.person().value())
                .param(consent.value())
                .param(organisation)
                .param(words)
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    boolean told(Collection<PersonId> people, PartnerContactId id) {
        return jdbc.sql("SELECT COUNT(*) FROM aftercare_partner_contact WHERE person_id IN (:people) AND id = :id")
                        .param("people", FollowUpTable.values(people))
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<WayBackRow> find(Collection<PersonId> people, WayBackId id) {
        return filled(jdbc.sql("SELECT * FROM aftercare_way_back WHERE person_id IN (:people) AND id = :id")
                        .param("people", FollowUpTable.values(people))
                        .param("id", id.value())
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    List<WayBackRow> of(Collection<PersonId> people, int most) {
        return filled(jdbc.sql("SELECT * FROM aftercare_way_back WHERE person_id IN (:people)"
                        + " ORDER BY open_way IS NULL, created_at DESC, id LIMIT :most")
                .param("people", FollowUpTable.values(people))
                .param("most", most)
                .query(this::row)
                .list());
    }

    boolean opened(Collection<PersonId> people, EpisodeId episode) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM aftercare_way_back
                        WHERE person_id IN (:people) AND episode_id = :episode AND open_way""")
                        .param("people", FollowUpTable.values(people))
                        .param("episode", episode.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean change(WayBackRow before, String set, Map<String, Object> values, StaffId by, Instant at) {
        return jdbc.sql("UPDATE aftercare_way_back SET " + set
                                + ", version = version + 1, changed_at = :at, changed_by = :by"
                                + " WHERE id = :id AND version = :version AND open_way")
                        .params(values)
                        .param("at", Utc.column(at))
                        .param("by", by.value())
                        .param("id", before.id().value())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    private List<WayBackRow> filled(List<WayBackRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var told = jdbc
                .sql("SELECT * FROM aftercare_partner_contact WHERE way_back_id IN (:ids)"
                        + " ORDER BY recorded_at DESC, id DESC")
                .param(
                        "ids",
                        FollowUpTable.values(rows.stream().map(WayBackRow::id).toList()))
                .query((row, number) -> Map.entry(
                        new WayBackId(Utc.uuid(row, "way_back_id")),
                        new WayBackRow.Partner(
                                row.getString("organisation"),
                                row.getString("words"),
                                Utc.instant(row, "recorded_at"),
                                new StaffId(Utc.uuid(row, "recorded_by")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(told.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private WayBackRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var episode = Utc.uuidOrNull(row, "episode_id");
        var worker = Utc.uuidOrNull(row, "worker_id");
        var appointment = Utc.uuidOrNull(row, "appointment_id");
        var due = row.getObject("due_on", LocalDate.class);
        return new WayBackRow(
                new WayBackId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                episode == null ? null : new EpisodeId(episode),
                row.getString("words"),
                due,
                days.until(centre, due),
                worker == null ? null : new StaffId(worker),
                appointment == null ? null : new AppointmentId(appointment),
                row.getObject("appointment_on", LocalDate.class),
                row.getBoolean("later"),
                row.getObject("seen_on", LocalDate.class),
                row.getObject("plan_revised_on", LocalDate.class),
                row.getBoolean("open_way"),
                row.getString("end_reason"),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                List.of());
    }

    private static String open(boolean open) {
        return open ? "TRUE" : "NULL";
    }
}
