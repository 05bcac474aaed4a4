package org.relais.access;

import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What every list asks first, whom its reader may see beyond their centres, costs no more the more people there are. */
@RelaisTest
class ReachCostTests {

    private static final int OTHERS = 500;
    /** Those of the tables of the statement itself, and of asking for the count. */
    private static final int MOST = 60;

    @Autowired
    House house;

    @Autowired
    DataSource source;

    @Autowired
    CurrentStaff current;

    @Autowired
    Clock clock;

    @Test
    void the_relations_of_others_are_not_read() throws SQLException {
        var here = house.open().here();
        var person = house.personAt(here);
        try (var connection = source.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            for (var other = 0; other < OTHERS; other++) {
                jdbc.update(
                        "INSERT INTO access_care_relation (id, person_id, kind, centre_id, staff_id, begins_at, beyond_centre)"
                                + " VALUES (?,?,'TASK',?,?,UTC_TIMESTAMP(6),TRUE)",
                        UUID.randomUUID(),
                        person.value(),
                        here.centre().value(),
                        UUID.randomUUID());
            }
            jdbc.execute("ANALYZE TABLE access_care_relation");
            var facts = new FactRows(JdbcClient.create(jdbc), clock);
            var reader = here.as(Role.NURSE, current::require);
            var before = handlers(jdbc);
            facts.reach(reader);
            assertThat(handlers(jdbc) - before).isLessThanOrEqualTo(MOST);
        }
    }

    private static long handlers(JdbcTemplate jdbc) {
        return jdbc.queryForList("SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get("Value"))))
                .sum();
    }
}
