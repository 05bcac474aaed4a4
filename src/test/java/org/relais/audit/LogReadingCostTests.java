package org.relais.audit;

import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.support.RelaisTest;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of the log costs about as many rows as it shows, however long the log is: 200,000 rows over twelve months in a
 * schema beside the others, a few of everything rare. {@code -Drelais.log=10000000} measures with more.
 */
@RelaisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogReadingCostTests {

    private static final int ROWS = Integer.getInteger("relais.log", 200_000);
    private static final int PAGE = 50;

    /** One look into the index of each month of the table, and the rows of the page with their own. */
    private static final int MULTIPLE = 5;

    private static final String SCHEMA =
            "relais_cost_" + ProcessHandle.current().pid();

    @Autowired
    AuditProperties properties;

    private Connection connection;
    private JdbcTemplate jdbc;
    private LogReading log;

    @BeforeAll
    void fill() throws Exception {
        connection = TestServer.get().administrator();
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("SET time_zone = '+00:00'");
        jdbc.execute("CREATE DATABASE " + SCHEMA);
        jdbc.execute("USE " + SCHEMA);
        for (var table : new String[] {"access_event", "access_shown"}) {
            jdbc.execute("CREATE TABLE " + SCHEMA + "." + table + " LIKE " + properties.schema() + "." + table);
        }
        ManyRows.fill(jdbc, SCHEMA, ROWS);
        log = new LogReading(
                JdbcClient.create(jdbc),
                new AuditProperties(SCHEMA, null, 60, properties.datasource(), properties.sealing()));
    }

    @AfterAll
    void drop() throws Exception {
        jdbc.execute("DROP DATABASE " + SCHEMA);
        connection.close();
    }

    @Test
    void each_filter_that_an_index_serves_costs_a_small_multiple_of_the_page() {
        var partitions = Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COUNT(*) FROM information_schema.PARTITIONS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'access_event'",
                Long.class,
                SCHEMA));
        var costs = new LinkedHashMap<String, Long>();
        served().forEach((name, filter) -> {
            var first = cost(name + ", first page", filter, null, costs);
            assertThat(first.rows()).as(name).isNotEmpty();
            if (first.next() != null) {
                var second = cost(name + ", second page", filter, first.next(), costs);
                assertThat(second.rows()).as(name).doesNotContainAnyElementsOf(first.rows());
            }
        });
        var walk = 2 * Objects.requireNonNull(partitions) + (long) MULTIPLE * PAGE;
        costs.forEach((name, rows) -> System.out.printf(Locale.ROOT, "%-40s examined %6d%n", name, rows));
        assertThat(costs)
                .isNotEmpty()
                .allSatisfy((name, rows) ->
                        // A person has rows of their own and rows of lists that named them
                        assertThat(rows).as(name).isLessThanOrEqualTo(name.startsWith("a person") ? 2 * walk : walk));
    }

    @Test
    void what_no_index_serves_is_bounded_and_says_how_far_it_came() {
        var rare = new LogFilter(null, null, null, null, null, "emergency", null, null, null);
        var page = log.page(rare, null, PAGE);
        assertThat(page.cutShort()).isTrue();
        assertThat(page.next()).isNotNull();
        var before = handlers();
        log.page(rare, page.next(), PAGE);
        assertThat(handlers() - before).isLessThanOrEqualTo(LogReading.FARTHEST + 2_000L);
        assertThat(log.count(rare, 10_000)).isEmpty();

        var found = 0;
        var steps = 0;
        LogCursor at = null;
        do {
            var step = log.page(rare, at, PAGE);
            found += step.rows().size();
            at = step.next();
            steps++;
        } while (at != null);
        assertThat(found).isEqualTo(ROWS / 49_999);
        assertThat(steps).isLessThanOrEqualTo(ROWS / LogReading.FARTHEST + 1);
    }

    @Test
    void the_pages_of_a_person_hold_each_row_about_them_once_and_in_order() {
        var filter = LogFilter.of(new PersonId(id(3, 26)));
        var seen = new java.util.ArrayList<LoggedAccess>();
        LogCursor at = null;
        do {
            var page = log.page(filter, at, 7);
            seen.addAll(page.rows());
            at = page.next();
        } while (at != null);
        var expected = Objects.requireNonNull(jdbc.queryForObject(
                "SELECT (SELECT COUNT(*) FROM " + SCHEMA + ".access_event WHERE person_id = ?)"
                        + " + (SELECT COUNT(*) FROM " + SCHEMA + ".access_shown WHERE person_id = ?)",
                Integer.class,
                id(3, 26),
                id(3, 26)));
        assertThat(seen).hasSize(expected).doesNotHaveDuplicates();
        assertThat(seen).anyMatch(row -> row.action() == AccessAction.SHOW);
        assertThat(seen).isSortedAccordingTo((one, other) -> other.occurredAt().compareTo(one.occurredAt()));
        assertThat(log.count(filter, 10_000)).contains(new LogCount(expected, false));
        assertThat(log.count(filter, 5)).contains(new LogCount(5, true));
    }

    @Test
    void a_count_stops_where_it_is_told_to() {
        var before = handlers();
        assertThat(log.count(LogFilter.ALL, 1_000)).contains(new LogCount(1_000, true));
        // The rows counted, and their copies in the table that is counted
        assertThat(handlers() - before).isLessThanOrEqualTo(2_500);
    }

    private Map<String, LogFilter> served() {
        var staff = new StaffId(id(1, 5));
        var all = LogFilter.ALL;
        var filters = new LinkedHashMap<String, LogFilter>();
        filters.put("all", all);
        filters.put(
                "all of a day",
                all.within(Instant.parse("2027-05-03T00:00:00Z"), Instant.parse("2027-05-04T00:00:00Z")));
        filters.put("a person", LogFilter.of(new PersonId(id(3, 26))));
        filters.put("a colleague", new LogFilter(null, staff, null, null, null, null, null, null, null));
        filters.put(
                "a rare colleague",
                new LogFilter(null, new StaffId(id(1, 999)), null, null, null, null, null, null, null));
        filters.put("a centre", new LogFilter(null, null, new CentreId(id(2, 1)), null, null, null, null, null, null));
        filters.put(
                "a rare centre",
                new LogFilter(null, null, new CentreId(id(2, 99)), null, null, null, null, null, null));
        filters.put("views", new LogFilter(null, null, null, null, AccessAction.VIEW, null, null, null, null));
        filters.put("exports", new LogFilter(null, null, null, null, AccessAction.EXPORT, null, null, null, null));
        return filters;
    }

    private LogPage cost(String name, LogFilter filter, @Nullable LogCursor after, Map<String, Long> costs) {
        var before = handlers();
        var page = log.page(filter, after, PAGE);
        costs.put(name, handlers() - before);
        return page;
    }

    private long handlers() {
        return jdbc.queryForList("SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get("Value"))))
                .sum();
    }

    private static UUID id(int kind, int number) {
        return UUID.fromString("00000000-0000-7000-800%d-%012X".formatted(kind, number));
    }
}
