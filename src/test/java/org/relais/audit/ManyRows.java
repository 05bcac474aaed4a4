package org.relais.audit;

import org.springframework.jdbc.core.JdbcTemplate;

/** A log of any length: twelve months from December 2026 on, with a few of everything rare. */
public final class ManyRows {

    private static final String ID = "CAST(CONCAT('%s', LPAD(HEX(%s), 12, '0')) AS UUID)";

    private ManyRows() {}

    /** Fills the log of the schema; each 40th row is a list with three people. */
    public static void fill(JdbcTemplate jdbc, String schema, int rows) {
        jdbc.execute("""
                INSERT INTO %1$s.access_event (month, id, occurred_at, node, node_sequence, actor_id, actor_role,
                    actor_centre_id, action, person_id, section, purpose, basis, allowed, result_count, leaf_hash)
                SELECT DATE_FORMAT(at, '%%Y%%m'), %2$s, at, 'cost', seq, %3$s, IF(seq %% 9 = 0, 'PHYSICIAN', 'NURSE'),
                    %4$s, IF(seq %% 40 = 0, 'SHOW', IF(seq %% 20011 = 0, 'EXPORT', 'VIEW')),
                    IF(seq %% 40 = 0, NULL, %5$s), 'MEDICAL', 'CARE', IF(seq %% 49999 = 0, 'emergency', 'relation'),
                    seq %% 5003 <> 0, IF(seq %% 40 = 0, 3, NULL), UNHEX(SHA2(seq, 256))
                FROM (SELECT seq, '2026-12-01' + INTERVAL FLOOR(seq * 31000000.0 / %6$d) SECOND AS at
                      FROM seq_1_to_%6$d) AS rows_wanted
                """.formatted(
                        schema,
                        ID.formatted("00000000-0000-7000-8000-", "seq"),
                        ID.formatted("00000000-0000-7000-8001-", "IF(seq % 30011 = 0, 999, seq * 7 % 120)"),
                        ID.formatted("00000000-0000-7000-8002-", "IF(seq % 10007 = 0, 99, seq % 4)"),
                        ID.formatted("00000000-0000-7000-8003-", "seq * 13 % 2000"),
                        rows));
        jdbc.execute("""
                INSERT INTO %1$s.access_shown (month, event_id, position, person_id, occurred_at)
                SELECT e.month, e.id, p.seq, %2$s, e.occurred_at
                FROM %1$s.access_event e JOIN seq_0_to_2 p WHERE e.action = 'SHOW'
                """.formatted(
                schema, ID.formatted("00000000-0000-7000-8003-", "(e.node_sequence * 13 + p.seq * 26) % 2000")));
        jdbc.execute("ANALYZE TABLE " + schema + ".access_event, " + schema + ".access_shown");
    }
}
