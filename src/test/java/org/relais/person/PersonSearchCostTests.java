package org.relais.person;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A search reads a page's worth of rows, not a name's worth: at most 20 rows examined for each row returned, over
 * queries that fill a page. {@code -Drelais.people=100000} measures with more people.
 */
@RelaisTest
class PersonSearchCostTests {
    private static final int PEOPLE = Integer.getInteger("relais.people", 8000);
    private static final int PAGE = 20;

    @Autowired
    DataSource source;

    @Autowired
    AccessService access;

    @Test
    void a_page_costs_at_most_twenty_rows_examined_for_each_row_returned() throws Exception {
        var random = new Random(7);
        var centre = CentreId.create();
        var people = new SamplePeople(random);
        var scope = access.taskScope("bench", centre, Purpose.ADMINISTRATION);
        try (var connection = source.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            load(connection, jdbc, centre, people);
            jdbc.execute("ANALYZE TABLE person_name_key, person_person, person_identity");
            var finder = new PersonFinder(JdbcClient.create(jdbc));
            var examined = new LinkedHashMap<String, long[]>();
            for (var number = 0; number < 400; number++) {
                var query = people.query(random);
                var before = handlers(jdbc);
                var hits = finder.find(scope, Set.of(centre), SearchText.parse(query[1]), PAGE);
                var rows = handlers(jdbc) - before;
                if (hits.size() > PAGE) {
                    var sums = examined.computeIfAbsent(query[0], kind -> new long[3]);
                    sums[0] += rows;
                    sums[1] += PAGE;
                    sums[2]++;
                }
            }
            examined.forEach((kind, sums) -> System.out.printf(
                    "%-28s pages %4d  examined per row %.1f%n", kind, sums[2], (double) sums[0] / sums[1]));
            var rows = examined.values().stream().mapToLong(sums -> sums[0]).sum();
            var returned = examined.values().stream().mapToLong(sums -> sums[1]).sum();
            assertThat(returned).isPositive();
            assertThat((double) rows / returned).isLessThanOrEqualTo(20);
        }
    }

    private static long handlers(JdbcTemplate jdbc) {
        return jdbc.queryForList("SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get("Value"))))
                .sum();
    }

    private static void load(Connection connection, JdbcTemplate jdbc, CentreId centre, SamplePeople people)
            throws Exception {
        connection.setAutoCommit(false);
        var heads = new ArrayList<Object[]>();
        var identities = new ArrayList<Object[]>();
        var keys = new ArrayList<Object[]>();
        for (var number = 0; number < PEOPLE; number++) {
            var identity = people.next();
            var person = PersonId.create().value();
            heads.add(new Object[] {
                person, 100_000_000 + number, identity.id().value(), NameKeys.searchName(List.of(identity)), person
            });
            identities.add(new Object[] {
                identity.id().value(), person, identity.givenName(), identity.familyName(), identity.birthDate(), person
            });
            for (var key : NameKeys.of(List.of(identity))) {
                keys.add(new Object[] {centre.value(), key.kind().code(), key.text(), key.birthYear(), person});
            }
            if (heads.size() == 2000 || number == PEOPLE - 1) {
                insert(jdbc, heads, identities, keys);
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    private static void insert(
            JdbcTemplate jdbc, List<Object[]> heads, List<Object[]> identities, List<Object[]> keys) {
        jdbc.batchUpdate("INSERT INTO person_person VALUES (?,?,?,?,1,UTC_TIMESTAMP(6),?)", heads);
        jdbc.batchUpdate(
                "INSERT INTO person_identity VALUES (?,?,NULL,?,?,NULL,FALSE,?,NULL,NULL,UTC_TIMESTAMP(6),?)",
                identities);
        jdbc.batchUpdate("INSERT IGNORE INTO person_name_key VALUES (?,?,?,?,?)", keys);
        heads.clear();
        identities.clear();
        keys.clear();
    }
}
