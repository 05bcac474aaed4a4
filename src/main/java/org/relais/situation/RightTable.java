package org.relais.situation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.SocialRightId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Rights and benefits: what each is, and how it stood from when on. Inserted, never changed. */
@Component
class RightTable {

    private static final int MOST = 500;

    private static final String ROWS = """
            SELECT r.id, r.person_id, r.centre_id, r.unit_id, r.kind, r.words, r.currency, r.created_by, v.version,
                   v.status, v.since_on, v.due_on, v.from_on, v.amount, v.note, v.changed_at, v.changed_by
            FROM situation_right r
            JOIN situation_right_version v ON v.right_id = r.id AND NOT EXISTS (
                SELECT 1 FROM situation_right_version n WHERE n.right_id = v.right_id AND n.version > v.version)
            """;

    private static final String UNLOCKED = """
             AND NOT EXISTS (SELECT 1 FROM access_lock l WHERE l.person_id IN (r.person_id, m.surviving_id)
                             AND l.section = 'SOCIAL' AND l.in_force)
             AND EXISTS (SELECT 1 FROM access_care_relation c
                         WHERE c.person_id IN (r.person_id, m.surviving_id) AND c.centre_id = r.centre_id
                           AND c.kind <> 'KEY_WORKER' AND (c.ends_at IS NULL OR c.ends_at > :now))""";

    private final JdbcClient jdbc;
    private final SituationDays days;
    private final Clock clock;

    RightTable(JdbcClient jdbc, SituationDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    void insert(RightRow right, Instant at) {
        jdbc.sql("""
                        INSERT INTO situation_right
                            (id, person_id, centre_id, unit_id, kind, words, currency, created_at, created_by)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(right.id().value())
                .param(right.person().value())
                .param(right.centre().value())
                .param(Columns.value(right.unit()))
                .param(right.kind())
                .param(right.words())
                .param(right.currency())
                .param(Utc.column(at))
                .param(right.createdBy().value())
                .update();
    }

    /** Of two versions with one number the database lets one in. */
    void keep(SocialRightId right, int version, RightStanding standing, EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO situation_right_version
                            (id, right_id, version, status, since_on, due_on, from_on, amount, note, entry_id, changed_at,
                             changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(SocialRightId.create().value())
                .param(right.value())
                .param(version)
                .param(standing.status().name())
                .param(standing.since())
                .param(standing.dueOn())
                .param(standing.from())
                .param(standing.amount())
                .param(standing.note())
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    Optional<RightRow> find(Collection<PersonId> people, SocialRightId id) {
        return jdbc.sql(ROWS + " WHERE r.person_id IN (:people) AND r.id = :id")
                .param("people", Columns.values(people))
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    List<RightRow> of(Collection<PersonId> people) {
        return jdbc.sql(ROWS + " WHERE r.person_id IN (:people)"
                        + " ORDER BY v.status = 'EXPIRED', v.due_on IS NULL, v.due_on, r.id LIMIT " + MOST)
                .param("people", Columns.values(people))
                .query(this::row)
                .list();
    }

    /** How a right stood, the latest first. */
    List<RightChange> changes(SocialRightId right) {
        return jdbc.sql("SELECT * FROM situation_right_version WHERE right_id = ? ORDER BY version DESC LIMIT 200")
                .param(right.value())
                .query((row, number) -> new RightChange(
                        row.getInt("version"),
                        standing(row),
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
    }

    /**
     * The open rights of the scope with a day that counts, the earliest first.
     *
     * @param until the latest day by the day it is in a centre; null for any
     */
    List<RightRow> due(
            Scope scope,
            @Nullable Function<LocalDate, LocalDate> until,
            @Nullable String kind,
            @Nullable RightCursor after,
            int limit) {
        return due(scope, until, kind, after, limit, "");
    }

    /** As {@link #due}, without the people who locked the section. */
    List<RightRow> dueUnlocked(Scope scope, Function<LocalDate, LocalDate> until, int limit) {
        return due(scope, until, null, null, limit, UNLOCKED);
    }

    private List<RightRow> due(
            Scope scope,
            @Nullable Function<LocalDate, LocalDate> until,
            @Nullable String kind,
            @Nullable RightCursor after,
            int limit,
            String narrower) {
        var parameters = new HashMap<String, Object>();
        var where = new StringBuilder("""
                 LEFT JOIN access_merge m ON m.absorbed_id = r.person_id AND m.live
                WHERE v.status <> 'EXPIRED' AND v.due_on IS NOT NULL AND r.centre_id IN (:centres)
                  AND (r.unit_id IS NULL OR r.unit_id IN (:units) OR r.centre_id IN (:whole))
                  AND r.person_id NOT IN (:hidden) AND (m.surviving_id IS NULL OR m.surviving_id NOT IN (:hidden))""");
        where.append(narrower);
        parameters.put("centres", Columns.values(scope.centres()));
        parameters.put("units", Columns.values(scope.units()));
        parameters.put("whole", Columns.values(scope.actor().wholeCentres()));
        parameters.put("hidden", Columns.values(scope.hidden()));
        parameters.put("limit", limit);
        parameters.put("now", Utc.column(clock.instant()));
        if (kind != null) {
            where.append(" AND r.kind = :kind");
            parameters.put("kind", kind);
        }
        if (until != null) {
            where.append(" AND ").append(until(scope.centres(), until, parameters));
        }
        if (after != null) {
            where.append(" AND (v.due_on > :due OR (v.due_on = :due AND r.id > :after))");
            parameters.put("due", after.dueOn());
            parameters.put("after", after.id().value());
        }
        return jdbc.sql(ROWS.replace("r.person_id,", "COALESCE(m.surviving_id, r.person_id) AS person_id,")
                        + where
                        + " ORDER BY v.due_on, r.id LIMIT :limit")
                .params(parameters)
                .query(this::row)
                .list();
    }

    // Each centre has a day of its own; the database never derives one.
    private String until(
            Collection<CentreId> centres, Function<LocalDate, LocalDate> until, Map<String, Object> parameters) {
        var alternatives = new ArrayList<String>(List.of("FALSE"));
        for (var centre : centres) {
            var number = alternatives.size();
            alternatives.add("(r.centre_id = :centre" + number + " AND v.due_on <= :until" + number + ")");
            parameters.put("centre" + number, centre.value());
            parameters.put("until" + number, until.apply(days.today(centre)));
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    private RightRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var standing = standing(row);
        var due = standing.dueOn();
        return new RightRow(
                new SocialRightId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                row.getString("kind"),
                row.getString("words"),
                standing,
                row.getString("currency"),
                due == null ? null : days.until(centre, due),
                row.getInt("version"),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")),
                new StaffId(Utc.uuid(row, "created_by")));
    }

    private static RightStanding standing(ResultSet row) throws SQLException {
        return new RightStanding(
                RightStatus.valueOf(row.getString("status")),
                row.getObject("since_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("from_on", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("note"));
    }
}
