package org.relais.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * Reads the log in the order in which each node wrote it, for what looks at every access once. Within a node and month
 * numbers are gapless and committed in their order, so whoever remembers the last number has missed nothing. Not a door
 * to anything: the room that asks has checked its scope.
 */
@Component
public class AccessStreams {

    private final JdbcClient jdbc;
    private final String heads;
    private final String rows;
    private final String hash;
    private final String opened;
    private final String emergency;

    AccessStreams(JdbcClient jdbc, AuditProperties properties) {
        var events = properties.schema() + ".access_event";
        this.jdbc = jdbc;
        this.heads = "SELECT node, month, MAX(node_sequence) AS last FROM " + events
                + " WHERE month >= :month AND node_sequence IS NOT NULL GROUP BY node, month ORDER BY month, node";
        this.rows = "SELECT " + LogReading.COLUMNS + " FROM " + events + " e WHERE e.node = :node AND e.month = :month";
        this.hash = "SELECT leaf_hash FROM " + events
                + " WHERE node = :node AND month = :month AND node_sequence = :sequence";
        this.opened = "SELECT actor_id, person_id, occurred_at FROM " + events
                + " WHERE actor_id IN (:staff) AND occurred_at >= :from AND occurred_at <= :until"
                + " AND person_id IS NOT NULL AND allowed AND node_sequence IS NOT NULL";
        this.emergency = "SELECT COUNT(*) FROM " + events
                + " WHERE actor_id = :staff AND person_id = :person AND action = 'EMERGENCY' AND allowed"
                + " AND reason IS NOT NULL AND occurred_at >= :from AND occurred_at <= :until";
    }

    /** Every stream that has a row in this month or later, the oldest month first. */
    public List<StreamHead> heads(int fromMonth) {
        return jdbc.sql(heads)
                .param("month", fromMonth)
                .query((row, number) -> new StreamHead(row.getString("node"), row.getInt("month"), row.getLong("last")))
                .list();
    }

    /** The next rows of a stream, in its order. */
    public List<LoggedAccess> after(String node, int month, long sequence, int most) {
        return jdbc.sql(rows + " AND e.node_sequence > :sequence ORDER BY e.node_sequence LIMIT :most")
                .param("node", node)
                .param("month", month)
                .param("sequence", sequence)
                .param("most", most)
                .query((row, number) -> LogReading.read(row))
                .list();
    }

    /** One row of a stream. */
    public Optional<LoggedAccess> at(String node, int month, long sequence) {
        return jdbc.sql(rows + " AND e.node_sequence = :sequence")
                .param("node", node)
                .param("month", month)
                .param("sequence", sequence)
                .query((row, number) -> LogReading.read(row))
                .optional();
    }

    /** The leaf hash of the last row of a stream, as hexadecimal text. */
    public String lastHash(StreamHead head) {
        return jdbc.sql(hash)
                .param("node", head.node())
                .param("month", head.month())
                .param("sequence", head.last())
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes("leaf_hash")))
                .single();
    }

    /** Which records these members of staff opened between two moments, both included. */
    public List<OpenedRecord> opened(Collection<StaffId> staff, Instant from, Instant until) {
        if (staff.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(opened)
                .param("staff", staff.stream().map(Id::value).toList())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query((row, number) -> new OpenedRecord(
                        new StaffId(Utc.uuid(row, "actor_id")),
                        new PersonId(Utc.uuid(row, "person_id")),
                        Utc.instant(row, "occurred_at")))
                .list();
    }

    /**
     * Whether a member of staff gave a reason to open the record in an emergency between two moments. Which one is not
     * told: it may be a word about the person's health.
     */
    public boolean reasoned(StaffId staff, PersonId person, Instant from, Instant until) {
        return jdbc.sql(emergency)
                        .param("staff", staff.value())
                        .param("person", person.value())
                        .param("from", Utc.column(from))
                        .param("until", Utc.column(until))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
