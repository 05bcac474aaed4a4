package org.relais.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads rows of the log with the people they show, to check them. */
final class StoredRows {

    private static final String EVENT = "e.id, e.occurred_at, e.month, e.node, e.node_sequence, e.actor_id,"
            + " e.actor_role, e.actor_centre_id, e.action, e.person_id, e.section, e.resource_type, e.resource_id,"
            + " e.purpose, e.basis, e.allowed, e.query_hash, e.result_count, e.person_centre_id, e.view, e.reason,"
            + " e.legal_basis, e.request_id, e.session_hash, e.leaf_hash";

    private static final List<String> IDS =
            List.of("actor_id", "actor_centre_id", "person_id", "resource_id", "person_centre_id");

    private static final List<String> FIELDS = List.of(
            "actor_id",
            "actor_role",
            "actor_centre_id",
            "action",
            "person_id",
            "section",
            "resource_type",
            "resource_id",
            "purpose",
            "basis",
            "allowed",
            "query_hash");

    private final JdbcClient jdbc;
    private final String schema;

    StoredRows(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema + ".";
    }

    /** Numbered rows, by number. */
    List<StoredRow> numbered(Epoch.Range range) {
        return read(
                schema + "access_event e",
                "e.node = ? AND e.month = ? AND e.node_sequence BETWEEN ? AND ?",
                "e.node_sequence",
                statement -> statement
                        .param(range.node())
                        .param(range.month())
                        .param(range.first())
                        .param(range.last()));
    }

    /** The rows written within a change that these epochs name, by epoch and position. */
    Map<Long, List<Within>> within(long from, long until) {
        Map<Epoch.Write, List<StoredRow>> rows = new HashMap<>();
        read(
                        schema + "audit_epoch_write w JOIN " + schema
                                + "access_event e ON e.month = w.month AND e.id = w.event_id",
                        "w.epoch BETWEEN ? AND ?",
                        "w.epoch, w.position",
                        statement -> statement.param(from).param(until))
                .forEach(
                        row -> rows.computeIfAbsent(new Epoch.Write(row.month(), row.id()), write -> new ArrayList<>(1))
                                .add(row));
        Map<Long, List<Within>> named = new HashMap<>();
        jdbc.sql("SELECT epoch, position, month, event_id FROM " + schema
                        + "audit_epoch_write WHERE epoch BETWEEN ? AND ? ORDER BY epoch, position")
                .param(from)
                .param(until)
                .query(row -> {
                    var write = new Epoch.Write(row.getInt("month"), row.getObject("event_id", UUID.class));
                    named.computeIfAbsent(row.getLong("epoch"), number -> new ArrayList<>())
                            .add(new Within(write, row.getInt("position"), rows.getOrDefault(write, List.of())));
                });
        return named;
    }

    /**
     * What an epoch names.
     *
     * @param rows one; none when it is gone, and more when it was doubled
     */
    record Within(Epoch.Write write, int position, List<StoredRow> rows) {

        /** The row as it was written, if one of them is. */
        Optional<StoredRow> row() {
            return rows.stream()
                    .filter(StoredRow::whole)
                    .findFirst()
                    .or(() -> rows.stream().findFirst());
        }
    }

    /** Numbered rows of a node and month after that number. */
    List<StoredRow> after(String node, int month, long sequence, int most) {
        return read(
                schema + "access_event e",
                "e.node = ? AND e.month = ? AND e.node_sequence > ?",
                "e.node_sequence LIMIT " + most,
                statement -> statement.param(node).param(month).param(sequence));
    }

    /** Rows written within a change that no epoch names. */
    List<StoredRow> unsealedWithin(int most) {
        return read(
                schema + "access_event e LEFT JOIN " + schema
                        + "audit_epoch_write w ON w.month = e.month AND w.event_id = e.id",
                "e.node_sequence IS NULL AND w.event_id IS NULL",
                "e.month, e.id LIMIT " + most,
                statement -> statement);
    }

    /** Rows that have this number, or this id when they have none. */
    List<StoredRow> same(StoredRow row) {
        return read(
                schema + "access_event e",
                "e.occurred_at = ? AND e.month = ?",
                "e.id",
                statement -> statement.param(row.at()).param(row.month()));
    }

    /** What nodes and months there are, with their numbers; the index answers without reading rows. */
    List<Numbers> numbers() {
        return jdbc.sql(
                        "SELECT node, month, MIN(node_sequence) AS first_sequence, MAX(node_sequence) AS last_sequence FROM "
                                + schema + "access_event GROUP BY node, month")
                .query((row, at) -> new Numbers(
                        row.getString("node"),
                        row.getInt("month"),
                        row.getLong("first_sequence"),
                        row.getLong("last_sequence")))
                .list();
    }

    /** The first and last number of one node and month; 0 when it has none. */
    record Numbers(String node, int month, long first, long last) {}

    List<StoredRow> of(UUID event) {
        return read(schema + "access_event e", "e.id = ?", "e.month", statement -> statement.param(event));
    }

    // Somebody's list finds a row by the time beside their name: with another time than the row's they are not named
    private List<StoredRow> read(
            String tables, String condition, String order, UnaryOperator<StatementSpec> parameters) {
        Map<UUID, List<UUID>> shown = new HashMap<>();
        var limited = order.contains(" LIMIT ");
        var people = limited
                ? "SELECT s.event_id, s.position, s.person_id FROM (SELECT e.month, e.id, e.occurred_at FROM " + tables
                        + " WHERE " + condition + " ORDER BY " + order + ") x JOIN " + schema
                        + "access_shown s ON s.month = x.month AND s.event_id = x.id AND s.occurred_at = x.occurred_at"
                        + " ORDER BY s.event_id, s.position"
                : "SELECT s.event_id, s.position, s.person_id FROM " + tables + " JOIN " + schema
                        + "access_shown s ON s.month = e.month AND s.event_id = e.id AND s.occurred_at = e.occurred_at"
                        + " WHERE " + condition + " ORDER BY s.event_id, s.position";
        Map<UUID, Set<List<Object>>> places = new HashMap<>();
        parameters.apply(jdbc.sql(people)).query(row -> {
            var event = row.getObject("event_id", UUID.class);
            // An event that stands there twice is joined twice to its people
            var person = row.getObject("person_id", UUID.class);
            if (places.computeIfAbsent(event, id -> new HashSet<>()).add(List.of(row.getInt("position"), person))) {
                shown.computeIfAbsent(event, id -> new ArrayList<>()).add(person);
            }
        });
        return parameters
                .apply(jdbc.sql("SELECT " + EVENT + " FROM " + tables + " WHERE " + condition + " ORDER BY " + order))
                .query((row, at) -> row(row, shown))
                .list();
    }

    private static StoredRow row(ResultSet row, Map<UUID, List<UUID>> shown) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new StoredRow(
                id,
                row.getObject("occurred_at", LocalDateTime.class),
                row.getInt("month"),
                row.getString("node"),
                row.getObject("node_sequence", Long.class),
                values(row, FIELDS),
                shown.getOrDefault(id, List.of()),
                row.getInt("result_count"),
                values(row, StoredRow.DETAILS),
                row.getBytes("leaf_hash"));
    }

    private static List<@Nullable Object> values(ResultSet row, List<String> names) throws SQLException {
        var values = new ArrayList<@Nullable Object>(names.size());
        for (var name : names) {
            values.add(
                    switch (name) {
                        case "allowed" -> row.getBoolean(name);
                        default -> IDS.contains(name) ? row.getObject(name, UUID.class) : row.getString(name);
                    });
        }
        return Collections.unmodifiableList(values);
    }
}
