package org.relais.oversight;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.AccessStreams;
import org.relais.audit.LoggedAccess;
import org.relais.audit.StreamHead;

/** How far the access log was looked at, and which node looks: the one that holds the head row. */
@Component
class WatchCursors {

    private final JdbcClient jdbc;
    private final AccessStreams streams;

    WatchCursors(JdbcClient jdbc, AccessStreams streams) {
        this.jdbc = jdbc;
        this.streams = streams;
    }

    /** Takes the head row for this transaction; false while another one holds it. */
    boolean lock() {
        return jdbc.sql("SELECT id FROM oversight_watch WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The next rows of the first stream that has any, in its order. */
    List<LoggedAccess> next(int most) {
        var seen = seen();
        return waiting(seen)
                .map(head -> streams.after(head.node(), head.month(), seen.getOrDefault(key(head), 0L), most))
                .orElse(List.of());
    }

    /** Whether every row of the months up to this one was looked at. */
    boolean complete(int month) {
        var seen = seen();
        return streams.heads(0).stream()
                .filter(head -> head.month() <= month)
                .allMatch(head -> seen.getOrDefault(key(head), 0L) >= head.last());
    }

    void moveTo(LoggedAccess last) {
        jdbc.sql("""
                        INSERT INTO oversight_watch_cursor (node, month, last_sequence) VALUES (?,?,?)
                        ON DUPLICATE KEY UPDATE last_sequence = VALUES(last_sequence)""")
                .param(last.node())
                .param(last.month())
                .param(java.util.Objects.requireNonNull(last.sequence()))
                .update();
    }

    static int month(Instant instant) {
        var date = instant.atOffset(ZoneOffset.UTC);
        return date.getYear() * 100 + date.getMonthValue();
    }

    private Optional<StreamHead> waiting(Map<String, Long> seen) {
        return streams.heads(oldest(seen)).stream()
                .filter(head -> seen.getOrDefault(key(head), 0L) < head.last())
                .findFirst();
    }

    // A node numbers each month by its own clock: whoever is behind is still in the month before
    private static int oldest(Map<String, Long> seen) {
        return seen.keySet().stream()
                .map(key -> Integer.parseInt(key.substring(0, 6)))
                .max(Integer::compare)
                .map(WatchCursors::monthBefore)
                .orElse(0);
    }

    static int monthBefore(int month) {
        return month % 100 == 1 ? month - 89 : month - 1;
    }

    private Map<String, Long> seen() {
        var seen = new HashMap<String, Long>();
        jdbc.sql("SELECT node, month, last_sequence FROM oversight_watch_cursor")
                .query(row -> {
                    seen.put(
                            key(new StreamHead(row.getString("node"), row.getInt("month"), 0)),
                            row.getLong("last_sequence"));
                });
        return seen;
    }

    private static String key(StreamHead head) {
        return head.month() + " " + head.node();
    }
}
