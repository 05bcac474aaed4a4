package org.relais.detox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.DetoxId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.OmissionId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of the room: how each withdrawal stands, its acts, and the observations that were not made. */
@Component
class DetoxTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Centres centres;
    private final Clock clock;

    DetoxTable(JdbcClient jdbc, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.clock = clock;
    }

    void insert(PersonId person, StartDetox command, DetoxProtocol protocol, @Nullable UnitId unit, Instant at) {
        jdbc.sql("""
                        INSERT INTO detox_episode
                            (id, version, person_id, centre_id, unit_id, setting, substances, protocol, protocol_version,
                             state, started_at, watched_from, planned_end, live)
                        VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, TRUE)""")
                .param(command.id().value())
                .param(person.value())
                .param(command.centre().value())
                .param(unit == null ? null : unit.value())
                .param(protocol.setting().name())
                .param(command.substances().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param(protocol.rule().code())
                .param(protocol.rule().version())
                .param(Utc.column(at))
                .param(Utc.column(at))
                .param(command.plannedEnd())
                .update();
    }

    /** Whether it stood at the version and now stands as told. */
    boolean update(DetoxRow before, DetoxState state, Instant watchedFrom) {
        return jdbc.sql("""
                        UPDATE detox_episode SET state = ?, watched_from = ?, version = version + 1
                        WHERE id = ? AND version = ?""")
                        .param(state.name())
                        .param(Utc.column(watchedFrom))
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    /** Whether it stood at the version and is now over. */
    boolean end(DetoxRow before, DetoxOutcome outcome, Instant at) {
        return jdbc.sql("""
                        UPDATE detox_episode
                        SET state = 'ENDED', outcome = ?, ended_at = ?, live = NULL, version = version + 1
                        WHERE id = ? AND version = ?""")
                        .param(outcome.name())
                        .param(Utc.column(at))
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    void keep(DetoxId id, int version, Kept kept, StaffId by, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO detox_act
                            (detox_id, version, act, at, recorded_at, recorded_by, warnings, reason, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(version)
                .param(kept.act().name())
                .param(Utc.column(kept.at()))
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(kept.warnings().isEmpty() ? null : String.join(",", kept.warnings()))
                .param(kept.reason())
                .param(entry.value())
                .update();
    }

    void insert(DetoxRow detox, OmitObservation omission, Told told, StaffId by, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO detox_omission
                            (id, detox_id, person_id, centre_id, unit_id, instrument, kind, reason, form_id, occurred_at,
                             recorded_at, staff_id, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(omission.id().value())
                .param(detox.id().value())
                .param(detox.person().value())
                .param(detox.centre().value())
                .param(told.unit() == null ? null : told.unit().value())
                .param(omission.instrument())
                .param(omission.kind().name())
                .param(told.reason())
                .param(told.form() == null ? null : told.form().value())
                .param(Utc.column(told.at()))
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(entry.value())
                .update();
    }

    Optional<DetoxRow> find(Collection<PersonId> people, DetoxId id) {
        return jdbc.sql("SELECT * FROM detox_episode WHERE person_id IN (:people) AND id = :id")
                .param("people", values(people))
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    /** Those of the person, the live one first, then newest first. */
    List<DetoxRow> of(Collection<PersonId> people) {
        return jdbc.sql("SELECT * FROM detox_episode WHERE person_id IN (:people)"
                        + " ORDER BY live DESC, started_at DESC, id LIMIT 200")
                .param("people", values(people))
                .query(this::row)
                .list();
    }

    /** Every one in these records but what was entered in error; no end but that of the records. */
    List<DetoxRow> counted(Collection<PersonId> records) {
        return jdbc.sql("SELECT * FROM detox_episode WHERE person_id IN (:records)"
                        + " AND (outcome IS NULL OR outcome <> 'ENTERED_IN_ERROR')")
                .param("records", values(records))
                .query(this::row)
                .list();
    }

    /** The people with one that is watched over; under whom their record is read now. */
    Set<PersonId> watched() {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT COALESCE(m.surviving_id, d.person_id) AS person FROM detox_episode d
                        LEFT JOIN access_merge m ON m.absorbed_id = d.person_id AND m.live
                        WHERE d.live AND d.state = 'ACTIVE'""")
                .query((row, number) -> new PersonId(Utc.uuid(row, "person")))
                .list());
    }

    /** The records with a withdrawal, in the order of their ids. */
    List<PersonId> records(@Nullable PersonId after, int most) {
        return jdbc.sql("SELECT DISTINCT person_id FROM detox_episode WHERE person_id > :after"
                        + " ORDER BY person_id LIMIT :most")
                .param("after", after == null ? NOTHING : after.value())
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
    }

    /** What was done with these withdrawals, in its order. */
    List<Done> done(Collection<DetoxId> withdrawals) {
        return jdbc.sql("SELECT detox_id, act, at FROM detox_act WHERE detox_id IN (:ids) ORDER BY detox_id, version")
                .param("ids", values(withdrawals))
                .query((row, number) -> new Done(
                        new DetoxId(Utc.uuid(row, "detox_id")),
                        DetoxAct.valueOf(row.getString("act")),
                        Utc.instant(row, "at")))
                .list();
    }

    /** The live ones of several people, at the centres of the scope. */
    List<DetoxRow> live(Scope scope, Collection<PersonId> people) {
        return jdbc.sql("SELECT * FROM detox_episode WHERE live AND person_id IN (:people)"
                        + " AND person_id NOT IN (:hidden) AND centre_id IN (:centres)")
                .param("people", values(people))
                .param("hidden", values(scope.hidden()))
                .param("centres", values(scope.centres()))
                .query(this::row)
                .list();
    }

    /** All live ones in the centres of the scope; the caller logs the people before they are shown. */
    List<DetoxRow> live(Scope scope) {
        return jdbc.sql("SELECT * FROM detox_episode WHERE live AND person_id NOT IN (:hidden)"
                        + " AND centre_id IN (:centres) ORDER BY started_at, id")
                .param("hidden", values(scope.hidden()))
                .param("centres", values(scope.centres()))
                .query(this::row)
                .list();
    }

    boolean omitted(Collection<PersonId> people, OmissionId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM detox_omission WHERE person_id IN (:people) AND id = :id)")
                .param("people", values(people))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    List<OmissionRow> omissions(Collection<DetoxId> withdrawals) {
        return jdbc.sql("SELECT * FROM detox_omission o WHERE detox_id IN (:ids) AND NOT EXISTS (SELECT 1"
                        + " FROM detox_omission_taken_back b WHERE b.omission_id = o.id) ORDER BY occurred_at, id")
                .param("ids", values(withdrawals))
                .query((row, number) -> new OmissionRow(
                        new DetoxId(Utc.uuid(row, "detox_id")),
                        row.getString("instrument"),
                        OmissionKind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        Utc.instant(row, "occurred_at"),
                        new StaffId(Utc.uuid(row, "staff_id"))))
                .list();
    }

    /** Counts the omission of this entry no more; nothing happens when the entry is none's. */
    void takeBackOmission(PersonId person, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO detox_omission_taken_back (omission_id, recorded_at)
                        SELECT o.id, ? FROM detox_omission o WHERE o.entry_id = ? AND o.person_id = ?""")
                .param(Utc.column(clock.instant()))
                .param(entry.value())
                .param(person.value())
                .update();
    }

    private DetoxRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var outcome = row.getString("outcome");
        var startedAt = Utc.instant(row, "started_at");
        var service = centres.centre(centre).serviceDay();
        return new DetoxRow(
                new DetoxId(Utc.uuid(row, "id")),
                row.getInt("version"),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                DetoxSetting.valueOf(row.getString("setting")),
                Arrays.stream(row.getString("substances").split(",", -1))
                        .map(Substance::valueOf)
                        .toList(),
                row.getString("protocol"),
                row.getInt("protocol_version"),
                DetoxState.valueOf(row.getString("state")),
                startedAt,
                Utc.instant(row, "watched_from"),
                row.getObject("planned_end", LocalDate.class),
                Utc.instantOrNull(row, "ended_at"),
                outcome == null ? null : DetoxOutcome.valueOf(outcome),
                1 - service.daysUntil(service.of(startedAt), clock.instant()));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** What is kept of an act. */
    record Kept(
            DetoxAct act,
            Instant at,
            List<String> warnings,
            @Nullable String reason) {}

    /** That an act was done. */
    record Done(DetoxId detox, DetoxAct act, Instant at) {}

    /** An omission after it was checked. */
    record Told(
            Instant at,
            @Nullable String reason,
            @Nullable AssessmentId form,
            @Nullable UnitId unit) {}

    /** An observation that was not made. */
    record OmissionRow(
            DetoxId detox,
            String instrument,
            OmissionKind kind,
            @Nullable String reason,
            Instant at,
            StaffId staff) {}
}
