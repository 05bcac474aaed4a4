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

    private static final String ADDED = "1 AS sign, facts, numerator, denominator, amounts FROM ";
    private static final String TAKEN_OFF = "-1 AS sign, facts, numerator, denominator, amounts FROM ";

    private final JdbcClient jdbc;

    FigureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some figures over some days.
     *
     * @param number what the answer calls it by
     */
    record Window(int number, Set<String> figures, Period period) {}

    /** One place of a figure within a window. */
    record Sum(int window, String figure, Place place) {}

    /**
     * The sums of all windows, in one statement.
     *
     * @param nights windows of figures that last over nights: what began before counts once a night
     */
    Map<Sum, Figure> sums(Collection<Window> windows, Collection<Window> nights, Set<CentreId> centres) {
        var legs = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, Object>();
        for (var window : windows) {
            var segments = Segments.of(window.period());
            for (var segment : segments.whole()) {
                leg(legs, parameters, window, ADDED + "indicator_month", "month", segment.from(), segment.to());
            }
            for (var segment : segments.edges()) {
                leg(legs, parameters, window, ADDED + "indicator_day", "day", segment.from(), segment.to());
            }
            for (var segment : segments.beyond()) {
                leg(legs, parameters, window, TAKEN_OFF + "indicator_day", "day", segment.from(), segment.to());
            }
        }
        for (var window : nights) {
            nights(legs, parameters, window);
        }
        if (legs.isEmpty()) {
            return Map.of();
        }
        var sums = new LinkedHashMap<Sum, Figure>();
        jdbc.sql("SELECT number, figure, centre_id, unit_id, sign, SUM(facts) AS facts, SUM(numerator) AS numerator,"
                        + " SUM(denominator) AS denominator, GROUP_CONCAT(amounts) AS amounts FROM ("
                        + String.join(" UNION ALL ", legs) + ") AS parts"
                        + " GROUP BY number, figure, centre_id, unit_id, sign")
                .params(parameters)
                .param("centres", values(centres))
                .query(row -> {
                    var came = figure(row);
                    sums.merge(
                            new Sum(row.getInt("number"), row.getString("figure"), place(row)),
                            row.getInt("sign") > 0 ? came : Figure.NONE.minus(came),
                            Figure::plus);
                });
        // What is taken off whole was never there
        sums.values().removeIf(Figure.NONE::equals);
        return sums;
    }

    // What stands on the first evening counts on every night, a change from its own on
    private static void nights(List<String> legs, Map<String, Object> parameters, Window window) {
        var period = window.period();
        var month = period.from().withDayOfMonth(1);
        var every = times(String.valueOf(period.days()));
        leg(legs, parameters, window, every + "indicator_month", "month", EARLIEST, month.minusDays(1));
        if (month.isBefore(period.from())) {
            leg(
                    legs,
                    parameters,
                    window,
                    every + "indicator_day",
                    "day",
                    month,
                    period.from().minusDays(1));
        }
        var end = "DATE '" + period.to() + "'";
        var segments = Segments.of(period);
        for (var segment : segments.whole()) {
            var later = "DATEDIFF(" + end + ", LAST_DAY(month))";
            leg(
                    legs,
                    parameters,
                    window,
                    "1 AS sign, 0 AS facts, numerator_nights + numerator * " + later
                            + " AS numerator, denominator_nights + denominator * " + later
                            + " AS denominator, NULL AS amounts FROM indicator_month",
                    "month",
                    segment.from(),
                    segment.to());
        }
        var nights = "(DATEDIFF(" + end + ", day) + 1)";
        for (var segment : segments.edges()) {
            leg(legs, parameters, window, times(nights) + "indicator_day", "day", segment.from(), segment.to());
        }
        for (var segment : segments.beyond()) {
            leg(legs, parameters, window, times("-" + nights) + "indicator_day", "day", segment.from(), segment.to());
        }
    }

    private static String times(String nights) {
        return "1 AS sign, 0 AS facts, numerator * " + nights + " AS numerator, denominator * " + nights
                + " AS denominator, NULL AS amounts FROM ";
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

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getLong("facts"),
                row.getLong("numerator"),
                row.getLong("denominator"),
                amounts(row.getString("amounts")));
    }

    /** How often each amount came, of any number of such lists one after the other. */
    static NavigableMap<Integer, Long> amounts(@Nullable String packed) {
        var amounts = new HashMap<Integer, Long>();
        for (var at = 0; packed != null && at < packed.length(); ) {
            var colon = packed.indexOf(':', at);
            var comma = packed.indexOf(',', colon);
            var end = comma < 0 ? packed.length() : comma;
            amounts.merge(
                    Integer.parseInt(packed, at, colon, 10), Long.parseLong(packed, colon + 1, end, 10), Long::sum);
            at = end + 1;
        }
        return new TreeMap<>(amounts);
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

    private static void leg(
            List<String> legs,
            Map<String, Object> parameters,
            Window window,
            String what,
            String column,
            LocalDate from,
            LocalDate to) {
        var leg = legs.size();
        parameters.put("figures" + leg, window.figures());
        parameters.put("from" + leg, from);
        parameters.put("to" + leg, to);
        legs.add("SELECT " + window.number() + " AS number, figure, centre_id, unit_id, " + what
                + " WHERE figure IN (:figures" + leg + ") AND centre_id IN (:centres) AND " + column
                + " BETWEEN :from" + leg + " AND :to" + leg);
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
}
