package org.relais.oversight;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.LogFilter;
import org.relais.audit.ManyRows;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.RelaisTest;
import org.relais.support.TestServer;
import org.relais.support.Turns;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first page of the desk on a long log against its bare SQL, as ratios in one run: {@code ./relais bench desk}. The
 * page checks the right, commits the row that tells of the question, reads, counts up to ten thousand and looks the
 * numbers of the records up. No part of the tests: its name does not end like theirs.
 */
@RelaisTest
class LogDeskBench {

    private static final int ROWS = Integer.getInteger("relais.log", 10_000_000);
    private static final int CALLS = 100;

    @Autowired
    House house;

    @Autowired
    LogDesk desk;

    @Autowired
    AccessService access;

    @Value("${relais.log.schema}")
    String log;

    @Test
    void the_first_page_of_the_desk_against_its_bare_sql() throws Exception {
        var auditor = house.open().here();
        var lines = new StringBuilder();
        try (var connection = TestServer.get().administrator()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("SET time_zone = '+00:00'");
            jdbc.execute("USE " + log);
            ManyRows.fill(jdbc, log, ROWS);
            for (var asked : asked().entrySet()) {
                var turns = new Turns();
                for (int turn = 0; turn <= Turns.COUNT; turn++) {
                    var page = auditor.as(
                            Role.AUDITOR, () -> pages(asked.getValue().filter()));
                    var bare = bare(connection, asked.getValue().where());
                    if (turn > 0) {
                        turns.add(page, bare);
                    }
                }
                lines.append(turns.line(asked.getKey() + ", " + ROWS + " rows"));
            }
        }
        Turns.write("desk.txt", lines.toString());
    }

    private double pages(LogFilter filter) {
        var scope = access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
        var began = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            assertThat(desk.first(scope, filter).rows()).hasSize(LogDesk.PAGE);
        }
        return (System.nanoTime() - began) / 1e9 / CALLS;
    }

    private double bare(Connection connection, String where) throws SQLException {
        var sql = "SELECT * FROM " + log + ".access_event" + where + " ORDER BY occurred_at DESC, id DESC LIMIT "
                + (LogDesk.PAGE + 1);
        var began = System.nanoTime();
        try (var statement = connection.prepareStatement(sql)) {
            for (int call = 0; call < CALLS; call++) {
                assertThat(read(statement)).isEqualTo(LogDesk.PAGE + 1);
            }
        }
        return (System.nanoTime() - began) / 1e9 / CALLS;
    }

    private static int read(PreparedStatement statement) throws SQLException {
        var count = 0;
        try (var rows = statement.executeQuery()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
                count++;
            }
        }
        return count;
    }

    private static Map<String, Asked> asked() {
        var all = LogFilter.ALL;
        var asked = new LinkedHashMap<String, Asked>();
        asked.put("everything", new Asked(all, ""));
        asked.put(
                "a colleague",
                new Asked(
                        new LogFilter(null, new StaffId(id(1, 5)), null, null, null, null, null, null, null),
                        " WHERE actor_id = '" + id(1, 5) + "'"));
        asked.put(
                "a centre",
                new Asked(
                        new LogFilter(null, null, new CentreId(id(2, 1)), null, null, null, null, null, null),
                        " WHERE actor_centre_id = '" + id(2, 1) + "'"));
        asked.put(
                "a person", new Asked(LogFilter.of(new PersonId(id(3, 26))), " WHERE person_id = '" + id(3, 26) + "'"));
        return asked;
    }

    private static UUID id(int kind, int number) {
        return UUID.fromString("00000000-0000-7000-800%d-%012x".formatted(kind, number));
    }

    private record Asked(LogFilter filter, String where) {}
}
