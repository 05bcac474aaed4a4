package org.relais.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads the sums: whole months where a period holds most of them, days at its edges. */
@Component
class FigureTable {

    /** Before every fact. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final String ADDED =
            "SUM(facts) AS facts, SUM(numerator) AS numerator, SUM(denominator) AS denominator FROM ";
    private static final String TAKEN_OFF =
            "-SUM(facts) AS facts, -SUM(numerator) AS numerator, -SUM(denominator) AS denominator FROM ";

    private final JdbcClient jdbc;

    FigureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some figures over some days.
     *
     * @param number what the answer calls it by
     * @param measured which of the figures have amounts
     */
    record Window(int number, Set<String> figures, Set<String> measured, Period period) {}

    /** One place of a figure within a window. */
    record Sum(int window, String figure, Place place) {}

    /**
     * The sums of all windows, in two statements: the amounts are read apart, because numbers alone are summed in memory.
     *
     * @param nights windows of figures that last over nights: what began before counts once a night
     */
    Map<Sum, Figure> sums(Collection<Window> windows, Collection<Window> nights, Set<CentreId> centres) {
        var legs = new Legs(" GROUP BY figure, centre_id, unit_id");
        for (var window : windows) {
            var segments = Segments.of(window.period());
            legs.add(window, ADDED + "indicator_month", "month", segments.whole());
            legs.add(window, ADDED + "indicator_day", "day", segments.edges());
            legs.add(window, TAKEN_OFF + "indicator_day", "day", segments.beyond());
        }
        nights.forEach(window -> nights(legs, window));
        if (legs.selects.isEmpty()) {
            return Map.of();
        }
        var amounts = amounts(windows, centres);
        var sums = new LinkedHashMap<Sum, Figure>();
        legs.statement(
                        jdbc,
                        "SELECT number, figure, centre_id, unit_id, SUM(facts) AS facts, SUM(numerator) AS numerator,"
                                + " SUM(denominator) AS denominator FROM (",
                        ") AS parts GROUP BY number, figure, centre_id, unit_id",
                        centres)
                .query(row -> {
                    var sum = sum(row);
                    var measured = amounts.getOrDefault(sum, Map.of());
                    var figure = new Figure(
                            row.getLong("facts"),
                            row.getLong("numerator"),
                            row.getLong("denominator"),
                            measured.isEmpty() ? Figure.NONE.amounts() : new TreeMap<>(measured));
                    // What is taken off whole was never there
                    if (!figure.equals(Figure.NONE)) {
                        sums.put(sum, figure);
                    }
                });
        return sums;
    }

    // How often each amount came
    private Map<Sum, Map<Integer, Long>> amounts(Collection<Window> windows, Set<CentreId> centres) {
        var legs = new Legs("");
        for (var window : windows) {
            var measured = new Window(window.number(), window.measured(), window.measured(), window.period());
            var segments = Segments.of(window.period());
            legs.add(measured, "1 AS sign, amounts FROM indicator_month", "month", segments.whole());
            legs.add(measured, "1 AS sign, amounts FROM indicator_day", "day", segments.edges());
            legs.add(measured, "-1 AS sign, amounts FROM indicator_day", "day", segments.beyond());
        }
        var amounts = new HashMap<Sum, Map<Integer, Long>>();
        if (!legs.selects.isEmpty()) {
            legs.statement(jdbc, "", "", centres).query(row -> {
                count(
                        row.getString("amounts"),
                        row.getInt("sign"),
                        amounts.computeIfAbsent(sum(row), _ -> new HashMap<>()));
            });
        }
        amounts.values().forEach(counts -> counts.values().removeIf(count -> count == 0));
        return amounts;
    }

    // What stands on the first evening counts on every night, a change from its own on
    private static void nights(Legs legs, Window window) {
        var period = window.period();
        var month = period.from().withDayOfMonth(1);
        var every = times(String.valueOf(period.days()));
        legs.add(window, every + "indicator_month", "month", EARLIEST, month.minusDays(1));
        if (month.isBefore(period.from())) {
            legs.add(
                    window, every + "indicator_day", "day", month, period.from().minusDays(1));
        }
        var end = "DATE '" + period.to() + "'";
        var later = "DATEDIFF(" + end + ", LAST_DAY(month))";
        var nights = "(DATEDIFF(" + end + ", day) + 1)";
        var segments = Segments.of(period);
        legs.add(
                window,
                "0 AS facts, SUM(numerator_nights + numerator * " + later
                        + ") AS numerator, SUM(denominator_nights + denominator * " + later
                        + ") AS denominator FROM indicator_month",
                "month",
                segments.whole());
        legs.add(window, times(nights) + "indicator_day", "day", segments.edges());
        legs.add(window, times("-" + nights) + "indicator_day", "day", segments.beyond());
    }

    private static String times(String nights) {
        return "0 AS facts, SUM(numerator * " + nights + ") AS numerator, SUM(denominator * " + nights
                + ") AS denominator FROM ";
    }

    /** The sums by month; months are named by their first day. */
    Map<LocalDate, Map<Sum, Figure>> months(
            Set<String> figures, Set<CentreId> centres, LocalDate first, LocalDate last) {
        var months = new LinkedHashMap<LocalDate, Map<Sum, Figure>>();
        jdbc.sql("SELECT month, figure, centre_id, unit_id, facts, numerator, denominator, amounts FROM indicator_month"
                        + " WHERE figure IN (:figures) AND centre_id IN (:centres) AND month BETWEEN :first AND :last")
                .param("figures", figures)
                .param("centres", values(centres))
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    months.computeIfAbsent(row.getObject("month", LocalDate.class), _ -> new LinkedHashMap<>())
                            .put(new Sum(0, row.getString("figure"), place(row)), figure(row));
                });
        return months;
    }

    /**
     * What a month changes of what lasts over nights.
     *
     * @param month its first day
     * @param changes what stands more, or less, when it is over
     * @param nights each change times the nights from its day to the end of the month
     */
    record MonthOfNights(LocalDate month, Map<Sum, Figure> changes, Map<Sum, Figure> nights) {}

    /** Every month up to one, the earliest first; the sums say no window. */
    List<MonthOfNights> nights(Set<String> figures, Set<CentreId> centres, LocalDate last) {
        var months = new TreeMap<LocalDate, MonthOfNights>();
        jdbc.sql("SELECT month, figure, centre_id, unit_id, numerator, denominator, numerator_nights,"
                        + " denominator_nights FROM indicator_month"
                        + " WHERE figure IN (:figures) AND centre_id IN (:centres) AND month <= :last")
                .param("figures", figures)
                .param("centres", values(centres))
                .param("last", last)
                .query(row -> {
                    var month = months.computeIfAbsent(
                            row.getObject("month", LocalDate.class),
                            first -> new MonthOfNights(first, new HashMap<>(), new HashMap<>()));
                    var sum = new Sum(0, row.getString("figure"), place(row));
                    month.changes().put(sum, nights(row.getLong("numerator"), row.getLong("denominator")));
                    month.nights().put(sum, nights(row.getLong("numerator_nights"), row.getLong("denominator_nights")));
                });
        return List.copyOf(months.values());
    }

    private static Figure nights(long numerator, long denominator) {
        return new Figure(0, numerator, denominator, Figure.NONE.amounts());
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(row.getInt("number"), row.getString("figure"), place(row));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getLong("facts"),
                row.getLong("numerator"),
                row.getLong("denominator"),
                amounts(row.getString("amounts")));
    }

    /** How often each amount came. */
    static NavigableMap<Integer, Long> amounts(@Nullable String packed) {
        var counts = new TreeMap<Integer, Long>();
        count(packed, 1, counts);
        return counts;
    }

    // Adds how often each amount came, or takes it off
    private static void count(@Nullable String packed, int sign, Map<Integer, Long> counts) {
        for (var at = 0; packed != null && at < packed.length(); ) {
            var colon = packed.indexOf(':', at);
            var comma = packed.indexOf(',', colon);
            var end = comma < 0 ? packed.length() : comma;
            counts.merge(
                    Integer.parseInt(packed, at, colon, 10),
                    sign * Long.parseLong(packed, colon + 1, end, 10),
                    Long::sum);
            at = end + 1;
        }
    }

    /** The facts of some people, to be taken out of what is shown to somebody from whom they are hidden. */
    List<Fact> about(Set<PersonId> people, Set<String> figures, Set<CentreId> centres, LocalDate to) {
        // Said this way round because they are read to be left out: nothing about them is shown to anybody
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM indicator_fact WHERE NOT person_id NOT IN (:people) AND figure IN (:figures)"
                                + " AND centre_id IN (:centres) AND day <= :to")
                        .param("people", people.stream().map(PersonId::value).toList())
                        .param("figures", figures)
                        .param("centres", values(centres))
                        .param("to", to)
                        .query((row, _) -> FactTable.fact(row))
                        .list();
    }

    /** A page of what was counted in a figure, the latest first. */
    List<CountedFact> counted(
            String figure,
            FigureQuestion question,
            Period period,
            CountedPart part,
            Set<PersonId> hidden,
            @Nullable CountedFact after,
            int most) {
        var sql =
                new StringBuilder("SELECT source_id, centre_id, unit_id, person_id, day, numerator, denominator, amount"
                        + " FROM indicator_fact WHERE figure = :figure AND centre_id IN (:centres)"
                        + " AND day BETWEEN :from AND :to");
        restrict(sql, question, hidden);
        switch (part) {
            case ALL -> {}
            case NUMERATOR -> sql.append(" AND numerator > 0");
            case DENOMINATOR -> sql.append(" AND denominator > 0");
        }
        if (after != null) {
            sql.append(" AND (day < :day OR day = :day AND source_id < :source)");
        }
        sql.append(" ORDER BY day DESC, source_id DESC LIMIT :most");
        return statement(sql, figure, question, period, hidden, after, most)
                .query((row, _) -> counted(row))
                .list();
    }

    /** As {@link #counted}, of what lasts over nights: one line for each thing with its nights within the period. */
    List<CountedFact> countedNights(
            String figure,
            FigureQuestion question,
            Period period,
            CountedPart part,
            Set<PersonId> hidden,
            @Nullable CountedFact after,
            int most) {
        var sql = new StringBuilder("SELECT * FROM (SELECT source_id, centre_id, unit_id, MAX(person_id) AS person_id,"
                + " GREATEST(MIN(day), :from) AS day,"
                + " SUM(numerator * (DATEDIFF(:to, GREATEST(day, :from)) + 1)) AS numerator,"
                + " SUM(denominator * (DATEDIFF(:to, GREATEST(day, :from)) + 1)) AS denominator, NULL AS amount"
                + " FROM indicator_fact WHERE figure = :figure AND centre_id IN (:centres) AND day <= :to");
        restrict(sql, question, hidden);
        sql.append(" GROUP BY source_id, centre_id, unit_id) AS lasting WHERE ");
        sql.append(
                switch (part) {
                    case ALL -> "(numerator > 0 OR denominator > 0)";
                    case NUMERATOR -> "numerator > 0";
                    case DENOMINATOR -> "denominator > 0";
                });
        if (after != null) {
            sql.append(" AND (day < :day OR day = :day AND source_id < :source)");
        }
        sql.append(" ORDER BY day DESC, source_id DESC LIMIT :most");
        return statement(sql, figure, question, period, hidden, after, most)
                .query((row, _) -> counted(row))
                .list();
    }

    private JdbcClient.StatementSpec statement(
            StringBuilder sql,
            String figure,
            FigureQuestion question,
            Period period,
            Set<PersonId> hidden,
            @Nullable CountedFact after,
            int most) {
        var statement = jdbc.sql(sql.toString())
                .param("figure", figure)
                .param("centres", values(question.centres()))
                .param("from", period.from())
                .param("to", period.to())
                .param("most", most);
        if (!question.units().isEmpty()) {
            statement = statement.param(
                    "units", question.units().stream().map(UnitId::value).toList());
        }
        if (!hidden.isEmpty()) {
            statement = statement.param(
                    "hidden", hidden.stream().map(PersonId::value).toList());
        }
        return after == null ? statement : statement.param("day", after.day()).param("source", after.source());
    }

    private static void restrict(StringBuilder sql, FigureQuestion question, Set<PersonId> hidden) {
        if (!question.units().isEmpty()) {
            sql.append(" AND unit_id IN (:units)");
        }
        if (!hidden.isEmpty()) {
            sql.append(" AND (person_id IS NULL OR person_id NOT IN (:hidden))");
        }
    }

    private static List<UUID> values(Set<CentreId> centres) {
        return centres.stream().map(CentreId::value).toList();
    }

    private static Place place(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new Place(
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null || unit.equals(FactTable.NO_UNIT) ? null : new UnitId(unit));
    }

    private static CountedFact counted(ResultSet row) throws SQLException {
        var person = Utc.uuidOrNull(row, "person_id");
        return new CountedFact(
                Utc.uuid(row, "source_id"),
                place(row),
                person == null ? null : new PersonId(person),
                row.getObject("day", LocalDate.class),
                row.getLong("numerator"),
                row.getLong("denominator"),
                row.getObject("amount", Integer.class));
    }

    /** Selects over the sums, read in one statement. */
    private static final class Legs {

        private final List<String> selects = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final String grouped;

        private Legs(String grouped) {
            this.grouped = grouped;
        }

        void add(Window window, String what, String column, List<Period> stretches) {
            stretches.forEach(stretch -> add(window, what, column, stretch.from(), stretch.to()));
        }

        void add(Window window, String what, String column, LocalDate from, LocalDate to) {
            if (window.figures().isEmpty()) {
                return;
            }
            var leg = selects.size();
            parameters.put("figures" + leg, window.figures());
            parameters.put("from" + leg, from);
            parameters.put("to" + leg, to);
            selects.add("SELECT " + window.number() + " AS number, figure, centre_id, unit_id, " + what
                    + " WHERE figure IN (:figures" + leg + ") AND centre_id IN (:centres) AND " + column
                    + " BETWEEN :from" + leg + " AND :to" + leg + grouped);
        }

        JdbcClient.StatementSpec statement(JdbcClient jdbc, String before, String after, Set<CentreId> centres) {
            return jdbc.sql(before + String.join(" UNION ALL ", selects) + after)
                    .params(parameters)
                    .param("centres", values(centres));
        }
    }
}
