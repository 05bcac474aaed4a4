package org.relais.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

import static java.util.stream.Collectors.groupingBy;

/** Reads and writes facts and their sums. Whoever writes holds the turn, so that one follows the other. */
@Component
class FactTable {

    /** In a sum, the unit of what belongs to none. */
    static final UUID NO_UNIT = new UUID(0, 0);

    private static final int BATCH = 500;
    private static final String SOME_DAYS = "figure = :figure AND centre_id = :centre AND day IN (:days)";

    /** Nights from a day to the end of its month, both counted. */
    private static final String NIGHTS = "(DATEDIFF(LAST_DAY(day), day) + 1)";

    // The months are those of the dates as they stand: no day is derived from an instant
    private static final String MONTH = "CAST(DATE_FORMAT(day, '%Y-%m-01') AS DATE)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    FactTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** One day of one figure in one centre. */
    record Day(String figure, CentreId centre, LocalDate day) {}

    /** The sums of one figure in one centre. */
    private record Sums(String figure, CentreId centre) {

        static Sums of(Day day) {
            return new Sums(day.figure(), day.centre());
        }
    }

    /** Takes the turn until the transaction ends; false while another node has it. */
    boolean takeTurn() {
        return jdbc.sql("SELECT id FROM indicator_turn WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** As {@link #takeTurn()}, waiting for whoever has it. */
    void awaitTurn() {
        jdbc.sql("SELECT id FROM indicator_turn WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    void summed() {
        jdbc.sql("UPDATE indicator_turn SET summed_at = UTC_TIMESTAMP(6) WHERE id = 1")
                .update();
    }

    /** When the sums were last brought up to date, by the clock of the database. */
    Optional<Instant> summedAt() {
        return jdbc.sql("SELECT summed_at FROM indicator_turn WHERE id = 1 AND summed_at IS NOT NULL")
                .query((row, _) -> Utc.instant(row, "summed_at"))
                .optional();
    }

    /**
     * What is not summed up yet.
     *
     * @param counted who has the facts about the person now: another one for a record that was absorbed, which is still
     *     what an act on an old row tells
     */
    record Change(UUID id, PersonId person, PersonId counted) {}

    List<Change> changes(int most) {
        return jdbc.sql("""
                        SELECT c.id, c.person_id, COALESCE(m.surviving_id, c.person_id) AS counted
                        FROM indicator_change c
                        LEFT JOIN access_merge m ON m.absorbed_id = c.person_id AND m.live
                        ORDER BY c.id LIMIT :most""")
                .param("most", most)
                .query((row, _) -> new Change(
                        Utc.uuid(row, "id"),
                        new PersonId(Utc.uuid(row, "person_id")),
                        new PersonId(Utc.uuid(row, "counted"))))
                .list();
    }

    void forget(Collection<Change> changes) {
        template.batchUpdate(
                "DELETE FROM indicator_change WHERE id = ?",
                changes,
                BATCH,
                (statement, change) -> statement.setObject(1, change.id()));
    }

    /** The facts of some figures about some people as they are kept. */
    Set<Fact> kept(Set<String> figures, Collection<PersonId> people) {
        return figures.isEmpty() || people.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "SELECT * FROM indicator_fact WHERE person_id IN (:people) AND figure IN (:figures)")
                        .param("people", people.stream().map(PersonId::value).toList())
                        .param("figures", figures)
                        .query((row, _) -> fact(row))
                        .list());
    }

    /** The facts of some figures about nobody. */
    Set<Fact> keptStanding(Set<String> figures) {
        return new HashSet<>(jdbc.sql("SELECT * FROM indicator_fact WHERE person_id IS NULL AND figure IN (:figures)")
                .param("figures", figures)
                .query((row, _) -> fact(row))
                .list());
    }

    /** Everybody about whom there is a fact, in the order of their ids. */
    List<PersonId> people(@Nullable PersonId after, int most) {
        return jdbc.sql("SELECT DISTINCT person_id FROM indicator_fact WHERE person_id > :after"
                        + " ORDER BY person_id LIMIT :most")
                .param("after", after == null ? NO_UNIT : after.value())
                .param("most", most)
                .query((row, _) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
    }

    /**
     * Puts facts in the place of others.
     *
     * @return the days whose sums are no longer right
     */
    Set<Day> replace(Set<Fact> kept, Set<Fact> now) {
        var gone = without(kept, now);
        var fresh = without(now, kept);
        template.batchUpdate(
                "DELETE FROM indicator_fact WHERE figure = ? AND centre_id = ? AND day = ? AND source_id = ?",
                gone,
                BATCH,
                (statement, fact) -> {
                    statement.setString(1, fact.figure());
                    statement.setObject(2, fact.centre().value());
                    statement.setObject(3, fact.day());
                    statement.setObject(4, fact.source());
                });
        template.batchUpdate(
                "INSERT INTO indicator_fact (figure, centre_id, day, source_id, unit_id, person_id, numerator,"
                        + " denominator, amount) VALUES (?,?,?,?,?,?,?,?,?)"
                        // A merge hands facts to another person, who may be asked before the one who still has them
                        + " ON DUPLICATE KEY UPDATE unit_id = VALUES(unit_id), person_id = VALUES(person_id),"
                        + " numerator = VALUES(numerator), denominator = VALUES(denominator), amount = VALUES(amount)",
                fresh,
                BATCH,
                (statement, fact) -> {
                    statement.setString(1, fact.figure());
                    statement.setObject(2, fact.centre().value());
                    statement.setObject(3, fact.day());
                    statement.setObject(4, fact.source());
                    statement.setObject(
                            5, fact.unit() == null ? null : fact.unit().value());
                    statement.setObject(
                            6, fact.person() == null ? null : fact.person().value());
                    statement.setInt(7, fact.numerator());
                    statement.setInt(8, fact.denominator());
                    statement.setObject(9, fact.amount());
                });
        var days = new LinkedHashSet<Day>();
        gone.forEach(fact -> days.add(new Day(fact.figure(), fact.centre(), fact.day())));
        fresh.forEach(fact -> days.add(new Day(fact.figure(), fact.centre(), fact.day())));
        return days;
    }

    /** Sums up some days and their months anew. */
    void sum(Set<Day> days) {
        // An INSERT ... SELECT cannot be sent in bulk, so that it is one for all days of a figure and centre
        days.stream().collect(groupingBy(Sums::of)).forEach((sums, some) -> {
            var list = some.stream().map(Day::day).distinct().sorted().toList();
            for (var from = 0; from < list.size(); from += BATCH) {
                sum(sums, list.subList(from, Math.min(list.size(), from + BATCH)));
            }
            list.stream()
                    .map(day -> day.withDayOfMonth(1))
                    .distinct()
                    .forEach(month -> sumMonth(sums.figure(), sums.centre(), month));
        });
    }

    private void sum(Sums sums, List<LocalDate> days) {
        for (var sql : List.of("DELETE FROM indicator_day WHERE " + SOME_DAYS, days(SOME_DAYS))) {
            jdbc.sql(sql)
                    .param("figure", sums.figure())
                    .param("centre", sums.centre().value())
                    .param("days", days)
                    .update();
        }
    }

    private void sumMonth(String figure, CentreId centre, LocalDate first) {
        template.update(
                "DELETE FROM indicator_month WHERE figure = ? AND centre_id = ? AND month = ?",
                figure,
                centre.value(),
                first);
        template.update(
                months("figure = ? AND centre_id = ? AND day BETWEEN ? AND ?"),
                figure,
                centre.value(),
                first,
                last(first));
    }

    /** What of one figure there are facts or sums of, by centre. */
    List<CentreId> centres(String figure) {
        return jdbc.sql("SELECT DISTINCT centre_id FROM indicator_fact WHERE figure = :figure"
                        + " UNION SELECT DISTINCT centre_id FROM indicator_day WHERE figure = :figure"
                        + " UNION SELECT DISTINCT centre_id FROM indicator_month WHERE figure = :figure")
                .param("figure", figure)
                .query((row, _) -> new CentreId(Utc.uuid(row, "centre_id")))
                .list();
    }

    /** Every figure of which there are facts or sums. */
    List<String> figures() {
        return jdbc.sql("SELECT DISTINCT figure FROM indicator_fact UNION SELECT DISTINCT figure FROM indicator_day"
                        + " UNION SELECT DISTINCT figure FROM indicator_month ORDER BY 1")
                .query(String.class)
                .list();
    }

    /** Sums up all of one figure in one centre anew. */
    void sumAll(String figure, CentreId centre) {
        for (var table : List.of("indicator_day", "indicator_month")) {
            template.update("DELETE FROM " + table + " WHERE figure = ? AND centre_id = ?", figure, centre.value());
        }
        template.update(days("figure = ? AND centre_id = ?"), figure, centre.value());
        template.update(months("figure = ? AND centre_id = ?"), figure, centre.value());
    }

    private static String days(String where) {
        return "INSERT INTO indicator_day (figure, centre_id, day, unit_id, facts, numerator, denominator, amounts)"
                + " SELECT figure, centre_id, day, unit, SUM(facts), SUM(numerator), SUM(denominator),"
                + " GROUP_CONCAT(amount, ':', facts ORDER BY amount) FROM (SELECT figure, centre_id, day, " + counted()
                + " FROM indicator_fact WHERE " + where + " GROUP BY figure, centre_id, day, unit, amount) AS counted"
                + " GROUP BY figure, centre_id, day, unit";
    }

    private static String months(String where) {
        return "INSERT INTO indicator_month (figure, centre_id, month, unit_id, facts, numerator, denominator,"
                + " numerator_nights, denominator_nights, amounts)"
                + " SELECT figure, centre_id, first, unit, SUM(facts), SUM(numerator), SUM(denominator),"
                + " SUM(numerator_nights), SUM(denominator_nights),"
                + " GROUP_CONCAT(amount, ':', facts ORDER BY amount) FROM (SELECT figure, centre_id, " + MONTH
                + " AS first, " + counted() + ", SUM(numerator * " + NIGHTS + ") AS numerator_nights,"
                + " SUM(denominator * " + NIGHTS + ") AS denominator_nights"
                + " FROM indicator_fact WHERE " + where + " GROUP BY figure, centre_id, first, unit, amount) AS counted"
                + " GROUP BY figure, centre_id, first, unit";
    }

    private static String counted() {
        return "COALESCE(unit_id, CAST('" + NO_UNIT + "' AS UUID)) AS unit, amount, COUNT(*) AS facts,"
                + " SUM(numerator) AS numerator, SUM(denominator) AS denominator";
    }

    static LocalDate last(LocalDate firstOfMonth) {
        return firstOfMonth.plusMonths(1).minusDays(1);
    }

    private static List<Fact> without(Set<Fact> facts, Set<Fact> others) {
        var left = new ArrayList<Fact>();
        facts.stream().filter(fact -> !others.contains(fact)).forEach(left::add);
        return left;
    }

    static Fact fact(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var person = Utc.uuidOrNull(row, "person_id");
        return new Fact(
                row.getString("figure"),
                Utc.uuid(row, "source_id"),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                person == null ? null : new PersonId(person),
                row.getObject("day", LocalDate.class),
                row.getInt("numerator"),
                row.getInt("denominator"),
                row.getObject("amount", Integer.class));
    }
}
