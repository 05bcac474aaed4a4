package org.relais.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.HistoryItemId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The versions of substance profiles: inserted, never changed. */
@Component
class SubstanceTable {

    private static final UUID NOTHING = new UUID(0, 0);
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    SubstanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SubstanceProfile profile, EntryId entry) {
        var told = profile.answers();
        jdbc.sql("""
                        INSERT INTO history_substance_profile
                            (id, person_id, centre_id, unit_id, version, list_version, primary_substance, route, frequency,
                             first_use_age, first_use_asked, secondary_substances, polydrug, injecting,
                             first_injection_age, first_injection_asked, sharing, last_use_on, last_use_at,
                             last_use_amount, recorded_at, recorded_by, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(profile.id().value())
                .param(profile.person().value())
                .param(profile.centre().value())
                .param(profile.unit() == null ? null : profile.unit().value())
                .param(profile.version())
                .param(profile.list())
                .param(told.primary())
                .param(told.route())
                .param(told.frequency())
                .param(told.firstUse() == null ? null : told.firstUse().years())
                .param(told.firstUse() != null)
                .param(told.secondary().isEmpty() ? null : String.join(",", told.secondary()))
                .param(told.polydrug())
                .param(told.injecting())
                .param(
                        told.firstInjection() == null
                                ? null
                                : told.firstInjection().years())
                .param(told.firstInjection() != null)
                .param(told.sharing())
                .param(told.lastUseOn())
                .param(told.lastUseAt())
                .param(told.lastUseAmount())
                .param(Utc.column(profile.recordedAt()))
                .param(profile.recordedBy().value())
                .param(entry.value())
                .update();
    }

    Optional<SubstanceProfile> find(Collection<PersonId> people, HistoryItemId id) {
        return jdbc.sql("SELECT p.*, person_id AS head FROM history_substance_profile p"
                        + " WHERE person_id IN (:people) AND id = :id")
                .param("people", values(people))
                .param("id", id.value())
                .query(SubstanceTable::row)
                .optional();
    }

    /** Every version of the person, newest first. */
    List<SubstanceProfile> of(Collection<PersonId> people) {
        return jdbc.sql("SELECT p.*, person_id AS head FROM history_substance_profile p WHERE person_id IN (:people)"
                        + " ORDER BY recorded_at DESC, version DESC, id DESC LIMIT :most")
                .param("people", values(people))
                .param("most", MOST)
                .query(SubstanceTable::row)
                .list();
    }

    /** The newest version of a centre. */
    Optional<SubstanceProfile> latest(Collection<PersonId> people, CentreId centre) {
        return jdbc.sql("SELECT p.*, person_id AS head FROM history_substance_profile p"
                        + " WHERE person_id IN (:people) AND centre_id = :centre"
                        + " ORDER BY version DESC, recorded_at DESC, id DESC LIMIT 1")
                .param("people", values(people))
                .param("centre", centre.value())
                .query(SubstanceTable::row)
                .optional();
    }

    /** The newest version of each person at the centres of the scope, merged records under the surviving one. */
    List<SubstanceProfile> latest(Scope scope, Collection<PersonId> people) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT h.head, p.*, ROW_NUMBER() OVER (
                                PARTITION BY h.head ORDER BY p.recorded_at DESC, p.version DESC, p.id DESC) AS place
                            FROM (SELECT a.person_id AS head, a.person_id AS known FROM access_person a
                                  WHERE a.person_id IN (:people)
                                  UNION ALL
                                  SELECT m.surviving_id, m.absorbed_id FROM access_merge m
                                  WHERE m.surviving_id IN (:people) AND m.live) h
                            JOIN history_substance_profile p ON p.person_id = h.known
                            WHERE p.centre_id IN (:centres)) ranked
                        WHERE place = 1""")
                .param("people", values(people))
                .param("centres", values(scope.centres()))
                .query(SubstanceTable::row)
                .list();
    }

    /** Every version of each person at the centres of the scope, merged records under the surviving one. */
    List<SubstanceProfile> versions(Scope scope, Collection<PersonId> people) {
        return jdbc.sql("""
                        SELECT h.head, p.*
                        FROM (SELECT a.person_id AS head, a.person_id AS known FROM access_person a
                              WHERE a.person_id IN (:people)
                              UNION ALL
                              SELECT m.surviving_id, m.absorbed_id FROM access_merge m
                              WHERE m.surviving_id IN (:people) AND m.live) h
                        JOIN history_substance_profile p ON p.person_id = h.known
                        WHERE p.centre_id IN (:centres)
                        ORDER BY p.recorded_at DESC, p.version DESC, p.id DESC""")
                .param("people", values(people))
                .param("centres", values(scope.centres()))
                .query(SubstanceTable::row)
                .list();
    }

    private static SubstanceProfile row(ResultSet row, int number) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var secondary = row.getString("secondary_substances");
        return new SubstanceProfile(
                new HistoryItemId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "head")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getInt("version"),
                row.getInt("list_version"),
                new SubstanceAnswers(
                        row.getString("primary_substance"),
                        row.getString("route"),
                        row.getString("frequency"),
                        age(row, "first_use"),
                        secondary == null ? List.of() : Arrays.asList(secondary.split(",", -1)),
                        row.getString("polydrug"),
                        row.getString("injecting"),
                        age(row, "first_injection"),
                        row.getString("sharing"),
                        row.getObject("last_use_on", LocalDate.class),
                        row.getObject("last_use_at", LocalTime.class),
                        row.getString("last_use_amount")),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    private static @Nullable AgeAnswer age(ResultSet row, String column) throws SQLException {
        return row.getBoolean(column + "_asked") ? new AgeAnswer(row.getObject(column + "_age", Integer.class)) : null;
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }
}
