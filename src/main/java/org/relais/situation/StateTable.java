package org.relais.situation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The coded states: inserted, never changed. */
@Component
class StateTable {

    private static final int MOST = 1_000;
    private static final String ROWS = """
            SELECT s.*, (SELECT c.id FROM situation_state c WHERE c.supersedes_id = s.id) AS superseded_by
            FROM situation_state s WHERE s.person_id IN (:people)""";

    private final JdbcClient jdbc;

    StateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts a state. Of two that begin on one day in one centre the database lets one in, and of two corrections of
     * one state.
     */
    void insert(StateRow row, int revision) {
        jdbc.sql("""
                        INSERT INTO situation_state
                            (id, person_id, centre_id, unit_id, kind, list_version, code, lasting, from_on, to_on, note,
                             supersedes_id, reason, revision, recorded_at, recorded_by, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(row.person().value())
                .param(row.centre().value())
                .param(Columns.value(row.unit()))
                .param(row.kind().name())
                .param(row.list())
                .param(row.code())
                .param(row.lasting())
                .param(row.from())
                .param(row.to())
                .param(row.note())
                .param(Columns.value(row.supersedes()))
                .param(row.reason())
                .param(revision)
                .param(Utc.column(row.recordedAt()))
                .param(row.recordedBy().value())
                .param(row.entry().value())
                .update();
    }

    Optional<StateRow> find(Collection<PersonId> people, SituationStateId id) {
        return jdbc.sql(ROWS + " AND s.id = :id")
                .param("people", Columns.values(people))
                .param("id", id.value())
                .query(StateTable::row)
                .optional();
    }

    /** Every row of the person, the latest beginning first. */
    List<StateRow> of(Collection<PersonId> people) {
        return jdbc.sql(ROWS + " ORDER BY s.from_on DESC, s.recorded_at DESC, s.id DESC LIMIT " + MOST)
                .param("people", Columns.values(people))
                .query(StateTable::row)
                .list();
    }

    /** What holds of one kind for these people; what was corrected is left out. */
    List<StateRow> holding(Collection<PersonId> people, StateKind kind) {
        return jdbc.sql(ROWS + " AND s.kind = :kind AND s.code IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM situation_state c WHERE c.supersedes_id = s.id)")
                .param("people", Columns.values(people))
                .param("kind", kind.name())
                .query(StateTable::row)
                .list();
    }

    /** What holds of each person, told at the centres of the scope; merged records under the surviving one. */
    Map<PersonId, List<StateRow>> holding(Scope scope, Collection<PersonId> people) {
        var found = new HashMap<PersonId, List<StateRow>>();
        jdbc.sql("""
                        SELECT h.head, s.*, NULL AS superseded_by
                        FROM (SELECT a.person_id AS head, a.person_id AS known FROM access_person a
                              WHERE a.person_id IN (:people)
                              UNION ALL
                              SELECT m.surviving_id, m.absorbed_id FROM access_merge m
                              WHERE m.surviving_id IN (:people) AND m.live) h
                        JOIN situation_state s ON s.person_id = h.known
                        WHERE s.centre_id IN (:centres) AND s.code IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM situation_state c WHERE c.supersedes_id = s.id)""")
                .param("people", Columns.values(people))
                .param("centres", Columns.values(scope.centres()))
                .query((row, number) -> found.computeIfAbsent(
                                new PersonId(Utc.uuid(row, "head")), _ -> new ArrayList<>())
                        .add(row(row, number)))
                .list();
        return found;
    }

    private static StateRow row(ResultSet row, int number) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var supersedes = Utc.uuidOrNull(row, "supersedes_id");
        var superseded = Utc.uuidOrNull(row, "superseded_by");
        return new StateRow(
                new SituationStateId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                StateKind.valueOf(row.getString("kind")),
                row.getInt("list_version"),
                row.getString("code"),
                row.getBoolean("lasting"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("note"),
                supersedes == null ? null : new SituationStateId(supersedes),
                row.getString("reason"),
                superseded == null ? null : new SituationStateId(superseded),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")),
                new EntryId(Utc.uuid(row, "entry_id")));
    }
}
