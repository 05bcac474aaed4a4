package org.relais.indicator;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.demo.Bulk;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.RelaisTest;
import org.relais.support.TestServer;
import org.relais.support.Turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The figures of a year, the year before and twelve months over many facts, from the sums and by plain queries on the
 * facts: {@code ./relais bench dashboard}. Both must be equal. Cold: the database has forgotten every page, and the
 * portal is as warm as it runs. No part of the tests: its name does not end like theirs.
 */
@RelaisTest
class IndicatorBench {

    private static final int FACTS = Integer.getInteger("relais.facts", 10_000_000);
    private static final int CENTRES = Integer.getInteger("relais.centres", 4);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int WARMING = 20;

    /** So little memory that the server keeps hardly a page in it. */
    private static final long LITTLE = 32L * 1024 * 1024;

    @Autowired
    House house;

    @Autowired
    Indicators indicators;

    @Autowired
    NetworkFigures figures;

    @Autowired
    SummingUp sums;

    @Autowired
    AccessService access;

    @Autowired
    StaffSetup staff;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_year_of_figures_from_the_sums_and_by_plain_queries() throws Exception {
        var places = new ArrayList<House.Place>();
        for (var pair = 0; pair < CENTRES / 2; pair++) {
            var opened = house.open();
            places.add(opened.here());
            places.add(opened.elsewhere());
        }
        var reader = places.getFirst();
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            for (var place : places.subList(1, places.size())) {
                staff.assign(reader.member(Role.COORDINATOR).id(), place.centre(), null);
            }
            return null;
        });
        fill(places);
        var summing = System.nanoTime();
        access.taskScope("bench", reader.centre(), Section.REPORT, Purpose.COORDINATION);
        sums.sumEverything();
        var lines = new StringBuilder(String.format(
                "%,d facts of %d centres; summed up anew in %.0f s%n",
                FACTS, places.size(), (System.nanoTime() - summing) / 1e9));
        var centres = new HashSet<CentreId>();
        places.forEach(place -> centres.add(place.centre()));
        var question = new FigureQuestion(centres, Set.of());
        var year = Period.ending(TODAY, 365);
        for (var turn = 0; turn < WARMING; turn++) {
            reader.as(Role.COORDINATOR, () -> fromSums(question, year));
        }
        forgetPages();
        var cold = reader.as(Role.COORDINATOR, () -> timed(() -> fromSums(question, year)));
        forgetPages();
        var coldPlain = timed(() -> plain(centres, year));
        assertThat(cold.answer()).isEqualTo(coldPlain.answer());
        lines.append(String.format(
                "cold: %.1f ms from the sums, %.0f ms by plain queries: %.0f times%n",
                cold.seconds() * 1_000, coldPlain.seconds() * 1_000, coldPlain.seconds() / cold.seconds()));
        var turns = new Turns();
        for (var turn = 0; turn <= Turns.COUNT; turn++) {
            var summed = reader.as(Role.COORDINATOR, () -> timed(() -> fromSums(question, year)));
            var plain = timed(() -> plain(centres, year));
            assertThat(summed.answer()).isEqualTo(plain.answer());
            if (turn > 0) {
                turns.add(plain.seconds(), summed.seconds());
            }
        }
        lines.append(turns.line("warm: plain queries against the sums"));
        var network = new ArrayList<Double>();
        for (var turn = 0; turn <= Turns.COUNT; turn++) {
            var began = System.nanoTime();
            reader.as(
                    Role.AUDITOR,
                    () -> figures.year(access.scope(Section.REPORT, Purpose.CONTROL, null), TODAY.getYear() - 1));
            network.add((System.nanoTime() - began) / 1e6);
        }
        lines.append(String.format(
                "all centres over a calendar year and the one before, protected: first %.0f ms, then %.0f ms%n",
                network.removeFirst(), network.stream().sorted().toList().get(network.size() / 2)));
        Turns.write("dashboard.txt", lines.toString());
    }

    // The database reads them from the disk again, or from what the system keeps of it
    private void forgetPages() throws SQLException {
        var size = template.queryForObject("SELECT @@GLOBAL.innodb_buffer_pool_size", Long.class);
        for (var one : List.of(LITTLE, size)) {
            try (var administrator = TestServer.get().administrator();
                    var statement = administrator.createStatement()) {
                statement.execute("SET GLOBAL innodb_buffer_pool_size = " + one);
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> String.valueOf(
                                    template.queryForMap("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_resize_status'")
                                            .get("Value"))
                            .startsWith("Completed"));
        }
    }

    private record Timed(double seconds, List<FigureSheet> answer) {}

    private static Timed timed(Supplier<List<FigureSheet>> act) {
        var began = System.nanoTime();
        var answer = act.get();
        return new Timed((System.nanoTime() - began) / 1e9, answer);
    }

    private List<FigureSheet> fromSums(FigureQuestion question, Period year) {
        var scope = access.scope(Section.REPORT, Purpose.COORDINATION, null);
        var sheets = new ArrayList<>(indicators.figures(scope, question, List.of(year, year.before()), TODAY));
        sheets.addAll(indicators
                .months(scope, question, TODAY.minusMonths(11), 12, TODAY)
                .values());
        return sheets;
    }

    // What somebody would write who has the facts only: one query a period and kind of figure
    private List<FigureSheet> plain(Set<CentreId> centres, Period year) {
        var sheets = new ArrayList<FigureSheet>();
        for (var period : List.of(year, year.before())) {
            sheets.add(plain(centres, period, true));
        }
        for (var month = 11; month >= 0; month--) {
            var first = TODAY.withDayOfMonth(1).minusMonths(month);
            sheets.add(plain(centres, new Period(first, FactTable.last(first)), false));
        }
        return sheets;
    }

    private FigureSheet plain(Set<CentreId> centres, Period period, boolean shifted) {
        var figures = new HashMap<String, Map<Place, Figure>>();
        var lags =
                Map.of(0, List.of("K2", "K3", "K5", "K7", "K10", "K11"), 30, List.of("K6", "K16"), 90, List.of("K4"));
        lags.forEach((lag, codes) -> {
            var asked = shifted ? period.earlier(lag) : period;
            var ripe = shifted || !period.to().plusDays(lag).isAfter(TODAY);
            if (ripe) {
                var last = asked.to().isAfter(TODAY) ? TODAY : asked.to();
                add(figures, centres, codes, asked.from(), last);
            }
        });
        var last = period.to().isAfter(TODAY) ? TODAY : period.to();
        jdbc.sql(
                        "SELECT centre_id, unit_id, SUM(numerator * (DATEDIFF(:last, GREATEST(day, :first)) + 1)) AS numerator,"
                                + " SUM(denominator * (DATEDIFF(:last, GREATEST(day, :first)) + 1)) AS denominator"
                                + " FROM indicator_fact WHERE figure = 'K1' AND centre_id IN (:centres) AND day <= :last"
                                + " GROUP BY centre_id, unit_id")
                .param("first", period.from())
                .param("last", last)
                .param("centres", centres.stream().map(CentreId::value).toList())
                .query(row -> {
                    var figure =
                            new Figure(0, row.getLong("numerator"), row.getLong("denominator"), Figure.NONE.amounts());
                    figures.computeIfAbsent("K1", _ -> new HashMap<>())
                            .put(
                                    new Place(
                                            new CentreId(Utc.uuid(row, "centre_id")),
                                            new UnitId(Utc.uuid(row, "unit_id"))),
                                    figure);
                });
        return new FigureSheet(figures);
    }

    private void add(
            Map<String, Map<Place, Figure>> figures,
            Set<CentreId> centres,
            List<String> codes,
            LocalDate first,
            LocalDate last) {
        jdbc.sql("SELECT figure, centre_id, unit_id, amount, COUNT(*) AS facts, SUM(numerator) AS numerator,"
                        + " SUM(denominator) AS denominator FROM indicator_fact WHERE figure IN (:codes)"
                        + " AND centre_id IN (:centres) AND day BETWEEN :first AND :last"
                        + " GROUP BY figure, centre_id, unit_id, amount")
                .param("codes", codes)
                .param("centres", centres.stream().map(CentreId::value).toList())
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    var amounts = new TreeMap<Integer, Long>();
                    var amount = row.getObject("amount", Integer.class);
                    if (amount != null) {
                        amounts.put(amount, row.getLong("facts"));
                    }
                    figures.computeIfAbsent(row.getString("figure"), _ -> new HashMap<>())
                            .merge(
                                    new Place(
                                            new CentreId(Utc.uuid(row, "centre_id")),
                                            new UnitId(Utc.uuid(row, "unit_id"))),
                                    new Figure(
                                            row.getLong("facts"),
                                            row.getLong("numerator"),
                                            row.getLong("denominator"),
                                            amounts),
                                    Figure::plus);
                });
    }

    private void fill(List<House.Place> places) throws SQLException {
        try (var administrator = TestServer.get().administrator()) {
            administrator.setCatalog(template.queryForObject("SELECT DATABASE()", String.class));
            var wards = new ArrayList<Bulk.Place>();
            for (var place : places) {
                var nurse = place.member(Role.NURSE).id();
                wards.add(new Bulk.Place(place.centre(), place.ward(), nurse));
                wards.add(new Bulk.Place(place.centre(), place.team(), nurse));
            }
            new Bulk(administrator, wards, Instant.now()).facts(FACTS, TODAY, (_, _) -> {});
        }
        template.execute("ANALYZE TABLE indicator_fact");
    }
}
