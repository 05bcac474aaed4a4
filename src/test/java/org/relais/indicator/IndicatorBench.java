package org.relais.indicator;

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
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.RelaisTest;
import org.relais.support.Turns;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The figures of a year, the year before and twelve months over many facts, from the sums and by plain queries on the
 * facts: {@code ./relais bench dashboard}. Both must be equal. The first turn is cold: nothing of either was read since
 * the facts were written. No part of the tests: its name does not end like theirs.
 */
@RelaisTest
class IndicatorBench {

    private static final int FACTS = Integer.getInteger("relais.facts", 10_000_000);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int DAYS = 760;

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
        for (var pair = 0; pair < 10; pair++) {
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
        var turns = new Turns();
        for (var turn = 0; turn <= Turns.COUNT; turn++) {
            var summed = reader.as(Role.COORDINATOR, () -> timed(() -> fromSums(question, year)));
            var plain = timed(() -> plain(centres, year));
            assertThat(summed.answer()).isEqualTo(plain.answer());
            if (turn == 0) {
                lines.append(String.format(
                        "cold: %.1f ms from the sums, %.0f ms by plain queries: %.0f times%n",
                        summed.seconds() * 1_000, plain.seconds() * 1_000, plain.seconds() / summed.seconds()));
            } else {
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
            var ripe = shifted || !period.to().plusDays(lag).isAfter(TODAY) || lag == 0;
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

    // Set-based: each fact follows from its number
    private void fill(List<House.Place> places) {
        // In the statement itself: the application's account makes no tables, not even passing ones
        var rows = new ArrayList<String>();
        for (var number = 0; number < places.size() * 2; number++) {
            var place = places.get(number / 2);
            rows.add("SELECT %d AS n, CAST('%s' AS UUID) AS centre_id, CAST('%s' AS UUID) AS unit_id"
                    .formatted(number, place.centre(), number % 2 == 0 ? place.ward() : place.team()));
        }
        var step = 1_000_000;
        for (var from = 1; from <= FACTS; from += step) {
            var to = Math.min(FACTS, from + step - 1);
            template.execute("""
                    INSERT INTO indicator_fact (figure, centre_id, day, source_id, unit_id, person_id, numerator,
                        denominator, amount)
                    SELECT ELT(1 + s.seq %% 10, 'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K10', 'K11', 'K16'),
                        p.centre_id, DATE '%1$s' - INTERVAL (s.seq * 7919 %% %2$d) DAY,
                        CAST(CONCAT('00000000-0000-7000-8004-', LPAD(HEX(s.seq), 12, '0')) AS UUID), p.unit_id,
                        CAST(CONCAT('00000000-0000-7000-8005-', LPAD(HEX(s.seq * 31 %% 100000), 12, '0')) AS UUID),
                        IF(s.seq %% 10 IN (1, 4), 0, IF(s.seq %% 10 = 0, IF(s.seq %% 3 = 0, -1, 1), s.seq %% 3 = 0)),
                        IF(s.seq %% 10 IN (1, 4), 0, 1),
                        IF(s.seq %% 10 IN (1, 4), s.seq * 13 %% 60, NULL)
                    FROM seq_%3$d_to_%4$d s JOIN (%6$s) p ON p.n = s.seq * 17 DIV 10 %% %5$d
                    """.formatted(TODAY, DAYS, from, to, places.size() * 2, String.join(" UNION ALL ", rows)));
        }
        template.execute("ANALYZE TABLE indicator_fact");
    }
}
