package org.relais.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * Reads the log page by page, newest first. Not a door to anything: the room that asks has checked its scope and logged
 * what it asks.
 *
 * <p>A page costs about as many rows as it shows: one index is walked from its newest end, over all months. What no
 * index serves is looked for in these rows, {@link #FARTHEST} at most for one page.
 */
@Component
public class LogReading {

    /** How many rows one page looks at, at the most. */
    public static final int FARTHEST = 10_000;

    private static final int STRIDE = 1_000;

    static final String COLUMNS = """
            e.id, e.month, e.occurred_at, e.node, e.node_sequence, e.actor_id, e.actor_role, e.actor_centre_id, e.action,
            e.person_id, e.section, e.resource_type, e.resource_id, e.purpose, e.basis, e.allowed,
            e.query_hash IS NOT NULL AS hashed_question, e.result_count, e.person_centre_id, e.view, e.reason,
            e.legal_basis, e.request_id""";

    private final JdbcClient jdbc;
    private final String events;
    private final String shown;

    LogReading(JdbcClient jdbc, AuditProperties properties) {
        this.jdbc = jdbc;
        this.events = properties.schema() + ".access_event";
        this.shown = properties.schema() + ".access_shown";
    }

    /**
     * One page.
     *
     * @param after the end of the page before; null for the first
     */
    public LogPage page(LogFilter filter, @Nullable LogCursor after, int size) {
        var way = LogWay.of(filter);
        var stride = way.serves(filter) ? size + 1 : Math.max(STRIDE, size + 1);
        var kept = new ArrayList<LoggedAccess>();
        var at = after;
        for (int looked = 0; looked < FARTHEST; looked += stride) {
            var rows = rows(way, filter, at, stride);
            for (var row : rows) {
                if (filter.keeps(row)) {
                    if (kept.size() == size) {
                        return new LogPage(kept, kept.getLast().cursor(), false);
                    }
                    kept.add(row);
                }
            }
            if (rows.size() < stride) {
                return new LogPage(kept, null, false);
            }
            at = rows.getLast().cursor();
        }
        return new LogPage(kept, at, true);
    }

    /** How many rows there are, up to a number; empty when no index can tell. */
    public Optional<LogCount> count(LogFilter filter, int most) {
        var way = LogWay.of(filter);
        if (!way.serves(filter)) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, @Nullable Object>();
        var found = new ArrayList<String>();
        found.add("(SELECT 1 FROM " + events + " e FORCE INDEX (" + way.index() + ") WHERE "
                + where("e", way, filter, null, parameters) + " LIMIT :limit)");
        if (way == LogWay.PERSON) {
            found.add("(SELECT 1 FROM " + shown + " s FORCE INDEX (access_shown_time) WHERE "
                    + where("s", way, filter, null, parameters) + " LIMIT :limit)");
        }
        parameters.put("limit", most + 1);
        var rows = jdbc.sql("SELECT COUNT(*) FROM (" + String.join(" UNION ALL ", found) + ") AS found")
                .params(parameters)
                .query(Integer.class)
                .single();
        return Optional.of(new LogCount(Math.min(rows, most), rows > most));
    }

    /** The people a row names beside its own, in the order in which they stood on the page. */
    public List<PersonId> shown(LoggedAccess row) {
        return jdbc.sql("SELECT person_id FROM " + shown + " WHERE month = ? AND event_id = ? ORDER BY position")
                .param(row.month())
                .param(row.id())
                .query((found, number) -> new PersonId(Utc.uuid(found, "person_id")))
                .list();
    }

    /** When each of these members of staff last acted; whoever never did is missing. */
    public Map<StaffId, Instant> last(Collection<StaffId> staff) {
        if (staff.isEmpty()) {
            return Map.of();
        }
        // One look at the end of each index range, not a range a head
        var asked = String.join(" UNION ALL ", Collections.nCopies(staff.size(), "SELECT CAST(? AS UUID) AS id"));
        var last = new HashMap<StaffId, Instant>();
        jdbc.sql("SELECT asked.id, (SELECT e.occurred_at FROM " + events + " e FORCE INDEX (access_event_actor)"
                        + " WHERE e.actor_id = asked.id ORDER BY e.occurred_at DESC LIMIT 1) AS last_at FROM (" + asked
                        + ") AS asked")
                .params(staff.stream().map(StaffId::value).toList())
                .query(row -> {
                    var at = Utc.instantOrNull(row, "last_at");
                    if (at != null) {
                        last.put(new StaffId(Utc.uuid(row, "id")), at);
                    }
                });
        return Map.copyOf(last);
    }

    private List<LoggedAccess> rows(LogWay way, LogFilter filter, @Nullable LogCursor after, int limit) {
        var parameters = new HashMap<String, @Nullable Object>();
        var ending = " ORDER BY %1$s.occurred_at DESC, %1$s.%2$s DESC LIMIT :limit";
        var sql = "SELECT " + COLUMNS + " FROM " + events + " e FORCE INDEX (" + way.index() + ") WHERE "
                + where("e", way, filter, after, parameters) + ending.formatted("e", "id");
        if (way == LogWay.PERSON) {
            // The newest of both kinds are among the newest of each
            sql = "(" + sql + ") UNION ALL (SELECT " + COLUMNS + " FROM (SELECT s.month, s.event_id FROM " + shown
                    + " s FORCE INDEX (access_shown_time) WHERE " + where("s", way, filter, after, parameters)
                    + ending.formatted("s", "event_id") + ") AS named STRAIGHT_JOIN " + events
                    + " e ON e.month = named.month AND e.id = named.event_id)"
                    + " ORDER BY occurred_at DESC, id DESC LIMIT :limit";
        }
        parameters.put("limit", limit);
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    private static String where(
            String table,
            LogWay way,
            LogFilter filter,
            @Nullable LogCursor after,
            Map<String, @Nullable Object> parameters) {
        var conditions = new ArrayList<String>();
        if (way.column() != null) {
            conditions.add("%s." + way.column() + " = :value");
            parameters.put("value", way.value(filter));
        }
        if (filter.from() != null) {
            conditions.add("%s.occurred_at >= :from AND %s.month >= :fromMonth");
            parameters.put("from", Utc.column(filter.from()));
            parameters.put("fromMonth", AccessRow.monthOf(filter.from()));
        }
        if (after != null) {
            conditions.add("%s.occurred_at <= :at AND %s.month <= :atMonth AND (%s.occurred_at < :at OR %s."
                    + (table.equals("s") ? "event_id" : "id") + " < :id)");
            parameters.put("at", Utc.column(after.occurredAt()));
            parameters.put("atMonth", AccessRow.monthOf(after.occurredAt()));
            parameters.put("id", after.id());
        }
        if (filter.until() != null) {
            conditions.add("%s.occurred_at < :until AND %s.month <= :untilMonth");
            parameters.put("until", Utc.column(filter.until()));
            parameters.put("untilMonth", AccessRow.monthOf(filter.until()));
        }
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions).replace("%s", table);
    }

    static LoggedAccess read(ResultSet row) throws SQLException {
        var actor = Utc.uuidOrNull(row, "actor_id");
        var centre = Utc.uuidOrNull(row, "actor_centre_id");
        var person = Utc.uuidOrNull(row, "person_id");
        var personCentre = Utc.uuidOrNull(row, "person_centre_id");
        return new LoggedAccess(
                Utc.uuid(row, "id"),
                row.getInt("month"),
                Utc.instant(row, "occurred_at"),
                row.getString("node"),
                row.getObject("node_sequence", Long.class),
                actor == null ? null : new StaffId(actor),
                row.getString("actor_role"),
                centre == null ? null : new CentreId(centre),
                AccessAction.valueOf(row.getString("action")),
                person == null ? null : new PersonId(person),
                row.getString("section"),
                row.getString("resource_type"),
                Utc.uuidOrNull(row, "resource_id"),
                row.getString("purpose"),
                row.getString("basis"),
                row.getBoolean("allowed"),
                row.getBoolean("hashed_question"),
                row.getObject("result_count", Integer.class),
                personCentre == null ? null : new CentreId(personCentre),
                row.getString("view"),
                row.getString("reason"),
                row.getString("legal_basis"),
                row.getString("request_id"));
    }
}
