package org.relais.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.relais.demand.CountTable.Level;
import org.relais.history.SubstanceList;
import org.relais.rules.Rules;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.situation.StateList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The tables over invented clients: their totals, what they count against a slower count, and what they hide. */
class DemandTablesTests {

    private static final Rules RULES = new Rules(List.of(DemandRule.KIND, SubstanceList.KIND, StateList.KIND));
    private static final DemandRule RULE = RULES.all(DemandRule.KIND).getLast();
    private static final SubstanceList SUBSTANCES =
            RULES.all(SubstanceList.KIND).getLast();
    private static final StateList STATES = RULES.all(StateList.KIND).getLast();

    @Test
    void a_table_of_drugs_has_the_33_rows_of_the_indicator() {
        var table = table(tables(clients(5, 1)), 10, CountTable.TOTAL);
        assertThat(table.lines()).hasSize(33);
        assertThat(table.lines().stream().filter(line -> line.level() == Level.GROUP))
                .hasSize(6);
        assertThat(table.lines().stream().map(CountTable.Line::code)).doesNotContain("ALCOHOL", "CANNABIS_HERB");
    }

    @Test
    void every_table_of_the_indicator_is_made_in_its_versions() {
        var made = new TreeMap<Integer, Integer>();
        tables(clients(5, 1)).forEach(table -> made.merge(table.number(), 1, Integer::sum));
        assertThat(made.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(8, 29).boxed().toList());
        made.forEach((number, versions) -> assertThat(versions)
                .as("table %s", number)
                .isEqualTo(
                        switch (number) {
                            case 24, 25 -> 1;
                            case 11 -> 16;
                            default -> 4;
                        }));
        assertThat(tables(clients(5, 1)).stream()
                        .filter(table -> !table.sex().equals(CountTable.TOTAL))
                        .map(CountTable::number))
                .containsOnly(8, 11);
    }

    @Test
    void a_group_is_the_sum_of_its_details_and_the_total_that_of_the_groups() {
        for (var table : tables(clients(120, 2))) {
            if (table.number() == 11) {
                continue;
            }
            var name = table.number() + " " + table.treatment() + " " + table.sex();
            var rows = table.lines().stream()
                    .map(line -> new Part(line.code(), line.level(), line.group(), boxed(numbers(line))))
                    .toList();
            addsUp(name, rows, table.number() == 13);
            var columns = new ArrayList<Part>();
            for (var at = 0; at < table.columns().size(); at++) {
                var column = table.columns().get(at);
                var place = at;
                columns.add(new Part(
                        column.code(),
                        column.level(),
                        column.group(),
                        rows.stream().map(row -> row.numbers.get(place)).toList()));
            }
            addsUp(name, columns, false);
        }
    }

    private record Part(String code, Level level, @Nullable String group, List<Integer> numbers) {}

    private static void addsUp(String name, List<Part> parts, boolean groupsOnly) {
        var total = new int[parts.getFirst().numbers.size()];
        var rest = new HashMap<String, int[]>();
        for (var part : parts) {
            if (part.level == Level.TOTAL) {
                assertThat(part.numbers).as(name).isEqualTo(boxed(total));
            } else if (part.group == null) {
                add(total, unboxed(part), 1);
                if (part.level == Level.GROUP) {
                    rest.put(part.code, unboxed(part));
                }
            } else {
                add(Objects.requireNonNull(rest.get(part.group)), unboxed(part), -1);
            }
        }
        if (!groupsOnly) {
            rest.values().forEach(left -> assertThat(left).as(name).containsOnly(0));
        }
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static int[] unboxed(Part part) {
        return part.numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void everybody_is_the_sum_of_the_versions() {
        var tables = tables(clients(80, 3));
        for (var number : List.of(8, 9, 19, 23, 26, 27, 28)) {
            var all = table(tables, number, CountTable.TOTAL);
            var parts = tables.stream()
                    .filter(table ->
                            table.number() == number && !(table.treatment() + table.sex()).equals("TOTALTOTAL"))
                    .toList();
            for (var row = 0; row < all.lines().size(); row++) {
                var sum = new int[all.columns().size()];
                for (var part : parts) {
                    add(sum, numbers(part.lines().get(row)), 1);
                }
                assertThat(numbers(all.lines().get(row))).as("table %s", number).isEqualTo(sum);
            }
        }
    }

    @Test
    void every_cell_counts_what_a_slower_count_counts() {
        var clients = clients(150, 4);
        var cells = 0;
        for (var table : tables(clients)) {
            var those = clients.stream()
                    .filter(one -> is(table.treatment(), treatment(one)))
                    .filter(one -> is(table.sex(), one.code(DemandItem.SEX)))
                    .toList();
            for (var line : table.lines()) {
                var mine = those.stream()
                        .filter(one -> slowly(table.rows(), one).contains(line.code()))
                        .toList();
                if (table.number() == 11) {
                    figures(line, mine);
                    continue;
                }
                for (var at = 0; at < table.columns().size(); at++) {
                    var code = table.columns().get(at).code();
                    var counted = table.number() == 25
                            ? mine.stream().mapToInt(one -> mentions(one, code)).sum()
                            : mine.stream()
                                    .filter(one -> slowly(table.across(), one).contains(code))
                                    .count();
                    assertThat(line.cells().get(at).text())
                            .as("%s %s: %s, %s", table.number(), table.treatment(), line.code(), code)
                            .isEqualTo(String.valueOf(counted));
                    cells++;
                }
            }
        }
        assertThat(cells).isGreaterThan(14_000);
    }

    /** Every row or column of a table in which somebody stands, written out of the reference by hand. */
    private static Set<String> slowly(DemandDimension dimension, DemandCase one) {
        var found = new HashSet<String>(Set.of("TOTAL"));
        switch (dimension) {
            case DRUG, DRUG_GROUP -> {
                var drug = one.code(DemandItem.DRUG);
                found.add(drug.equals("CANNABIS_HERB") || drug.equals("CANNABIS_RESIN") ? "CANNABIS_HERB_RESIN" : drug);
                found.add(
                        switch (drug) {
                            case "HEROIN", "METHADONE", "BUPRENORPHINE", "FENTANYL", "OTHER_OPIOID" -> "OPIOIDS";
                            case "COCAINE_POWDER", "CRACK", "OTHER_COCAINE" -> "COCAINE";
                            case "AMPHETAMINES", "METHAMPHETAMINE", "MDMA", "CATHINONES", "OTHER_STIMULANT" ->
                                "STIMULANTS";
                            case "BARBITURATES", "BENZODIAZEPINES", "GHB", "OTHER_SEDATIVE" -> "SEDATIVES";
                            case "LSD", "KETAMINE", "OTHER_HALLUCINOGEN" -> "HALLUCINOGENS";
                            case "INHALANTS", "OTHER_SUBSTANCE", "NK" -> drug;
                            default -> "CANNABIS";
                        });
            }
            case CENTRE -> found.add(one.centreType().name());
            case TREATMENT -> found.add(treatment(one));
            case SEX -> found.add(one.code(DemandItem.SEX));
            case AGE -> found.add(band(one, DemandItem.AGE));
            case FIRST_USE -> found.add(band(one, DemandItem.FIRST_USE));
            case INJECTING -> ever(found, one.code(DemandItem.INJECTING));
            case SHARING -> ever(found, one.code(DemandItem.SHARING));
            case HIV, HCV -> {
                var code = one.code(dimension == DemandDimension.HIV ? DemandItem.HIV : DemandItem.HCV);
                found.add(code);
                if (code.startsWith("TESTED")) {
                    found.add("TESTED");
                }
            }
            case SINCE_INJECTION -> {
                if (Set.of("CURRENT", "LAST12M", "EVER_GT12M").contains(one.code(DemandItem.INJECTING))) {
                    found.add("EVER");
                    found.add(years(one));
                } else {
                    found.add("NOT_INJECTED");
                }
            }
            case LAG -> throw new IllegalStateException("No table has it");
            default -> found.add(one.code(DemandItem.valueOf(dimension.name())));
        }
        return found;
    }

    private static void ever(Set<String> found, String code) {
        found.add(code);
        if (Set.of("CURRENT", "LAST12M", "EVER_GT12M").contains(code)) {
            found.add("EVER");
        }
    }

    private static String years(DemandCase one) {
        var age = one.years().get(DemandItem.AGE);
        var first = one.years().get(DemandItem.FIRST_INJECTION);
        if (age == null || first == null || age - first < 0) {
            return "NK";
        }
        return age - first <= 1 ? "0-1" : age - first <= 4 ? "2-4" : age - first <= 9 ? "5-9" : "10+";
    }

    private static String band(DemandCase one, DemandItem item) {
        var age = one.years().get(item);
        if (age == null) {
            return "NK";
        }
        return age <= 14 ? "0-14" : age >= 65 ? "65+" : age / 5 * 5 + "-" + (age / 5 * 5 + 4);
    }

    private static String treatment(DemandCase one) {
        return switch (one.code(DemandItem.PREVIOUS)) {
            case "NEVER" -> "NEVER";
            case "PREV_SAME", "PREV_OTHER" -> "PREVIOUS";
            default -> "NK";
        };
    }

    private static boolean is(String asked, String code) {
        return asked.equals("TOTAL") || asked.equals(code);
    }

    private static int mentions(DemandCase one, String code) {
        var named = new HashSet<String>();
        one.secondary().forEach(drug -> named.add(drug.equals("CANNABIS_RESIN") ? "CANNABIS_HERB_RESIN" : drug));
        return code.equals("TOTAL") ? named.size() : named.contains(code) ? 1 : 0;
    }

    /** Mean, deviation and number of the ages at the beginning and at the first use, and of what lies between. */
    private static void figures(CountTable.Line line, List<DemandCase> mine) {
        var all = List.of(new ArrayList<Integer>(), new ArrayList<Integer>(), new ArrayList<Integer>());
        for (var one : mine) {
            var age = one.years().get(DemandItem.AGE);
            var first = one.years().get(DemandItem.FIRST_USE);
            if (age != null) {
                all.get(0).add(age);
            }
            if (first != null) {
                all.get(1).add(first);
            }
            if (age != null && first != null && age >= first) {
                all.get(2).add(age - first);
            }
        }
        for (var figure = 0; figure < 3; figure++) {
            var years = all.get(figure);
            var texts = line.cells().subList(3 * figure, 3 * figure + 3).stream()
                    .map(CountTable.Cell::text)
                    .toList();
            assertThat(texts.get(2)).isEqualTo(String.valueOf(years.size()));
            if (years.isEmpty()) {
                assertThat(texts.subList(0, 2)).containsOnly("");
            } else {
                var mean = years.stream().mapToInt(Integer::intValue).sum() / (double) years.size();
                var square = years.stream().mapToDouble(year -> year * year).sum() / years.size();
                assertThat(Double.parseDouble(texts.get(0))).isCloseTo(mean, within(0.0501));
                assertThat(Double.parseDouble(texts.get(1)))
                        .isCloseTo(Math.sqrt(Math.max(0, square - mean * mean)), within(0.0501));
            }
        }
    }

    @Test
    void who_ever_injected_is_counted_alike_in_every_table_that_says_so() {
        var tables = tables(clients(200, 9));
        for (var version : List.of("TOTAL", "NEVER", "PREVIOUS", "NK")) {
            var counts = Stream.of(22, 23, 26, 27, 28)
                    .map(number -> table(tables, number, version))
                    .map(table -> table.lines()
                            .getLast()
                            .cells()
                            .get(table.columns().stream()
                                    .map(CountTable.Column::code)
                                    .toList()
                                    .indexOf("EVER"))
                            .text())
                    .distinct();
            assertThat(counts).hasSize(1);
        }
    }

    @Test
    void a_mean_of_few_hides_the_others_of_its_line() {
        for (var few : List.of(DemandItem.AGE, DemandItem.FIRST_USE)) {
            var clients = new ArrayList<DemandCase>();
            for (var n = 0; n < 24; n++) {
                var years = new EnumMap<DemandItem, Integer>(DemandItem.class);
                years.put(DemandItem.AGE, 30);
                years.put(DemandItem.FIRST_USE, 20);
                if (n >= 3 && n < 12) {
                    years.remove(few);
                }
                clients.add(aged(client(new Random(1), n < 12 ? "HEROIN" : "CRACK", -1), years));
            }
            var line = table(tables(clients), 11, CountTable.TOTAL).lines().stream()
                    .filter(one -> one.code().equals("HEROIN"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.cells().stream().map(CountTable.Cell::text))
                    .containsSubsequence("3")
                    .contains("12");
            assertThat(line.cells()).allMatch(CountTable.Cell::hidden);
        }
    }

    private static DemandCase aged(DemandCase one, Map<DemandItem, Integer> years) {
        return new DemandCase(
                one.person(),
                one.episode(),
                one.centre(),
                one.centreType(),
                one.start(),
                one.codes(),
                years,
                one.secondary(),
                one.missing());
    }

    @Test
    void of_a_line_of_means_all_is_shown_or_nothing() {
        var hidden = 0;
        for (var table : tables(clients(90, 10))) {
            if (table.number() == 11) {
                for (var line : table.lines()) {
                    assertThat(line.cells().stream()
                                    .map(CountTable.Cell::hidden)
                                    .distinct())
                            .hasSize(1);
                    var few = List.of(2, 5, 8).stream()
                            .map(at -> Integer.parseInt(line.cells().get(at).text()))
                            .anyMatch(count -> count > 0 && count < RULE.smallestShown());
                    assertThat(!few || line.cells().getFirst().hidden()).isTrue();
                    hidden += few ? 1 : 0;
                }
            }
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void a_mean_is_rounded_to_one_decimal_and_a_deviation_that_of_the_clients() {
        var clients = new ArrayList<DemandCase>();
        for (var age : List.of(20, 21, 21, 30, 40)) {
            clients.add(client(new Random(1), "HEROIN", age));
        }
        var line = table(tables(clients), 11, CountTable.TOTAL).lines().getLast();
        assertThat(line.cells().get(0).text()).isEqualTo("26.4");
        assertThat(line.cells().get(1).text()).isEqualTo("7.7");
        assertThat(line.cells().get(2).text()).isEqualTo("5");
    }

    @Test
    void no_small_count_shows_and_none_follows_from_its_row_its_column_or_the_other_versions() {
        var tables = tables(clients(80, 5));
        for (var table : tables) {
            for (var line : table.lines()) {
                var cells = line.cells();
                if (table.number() == 11) {
                    continue;
                }
                for (var cell : cells) {
                    var count = Integer.parseInt(cell.text());
                    assertThat(count == 0 || count >= RULE.smallestShown() || cell.hidden())
                            .isTrue();
                    assertThat(cell.shown()).isEqualTo(cell.hidden() ? "*" : cell.text());
                }
                // One hidden count beside a shown total would be the difference
                var smallHidden = cells.stream()
                        .filter(cell -> cell.hidden() && !cell.text().equals("0"))
                        .count();
                assertThat(smallHidden == 1
                                && cells.stream()
                                                .filter(CountTable.Cell::hidden)
                                                .count()
                                        == 1)
                        .as("%s %s %s", table.number(), table.treatment(), line.code())
                        .isFalse();
            }
        }
        var all = table(tables, 20, CountTable.TOTAL);
        for (var row = 0; row < all.lines().size(); row++) {
            for (var column = 0; column < all.columns().size(); column++) {
                var hidden = 0;
                for (var part : List.of(CountTable.TOTAL, "NEVER", "PREVIOUS", "NK")) {
                    var cell = table(tables, 20, part).lines().get(row).cells().get(column);
                    hidden += cell.hidden() ? 1 : 0;
                }
                assertThat(hidden).isNotEqualTo(1);
            }
        }
    }

    @Test
    void a_total_that_several_tables_share_is_hidden_in_all_of_them_or_in_none() {
        var tables = tables(clients(60, 6));
        var first = table(tables, 9, "NEVER");
        for (var number : List.of(10, 14, 19, 22)) {
            var other = table(tables, number, "NEVER");
            for (var row = 0; row < first.lines().size(); row++) {
                assertThat(other.lines().get(row).cells().getLast())
                        .isEqualTo(first.lines().get(row).cells().getLast());
            }
        }
    }

    private static List<CountTable> tables(List<DemandCase> clients) {
        return new DemandTables(RULE, SUBSTANCES, STATES, clients).all(percent -> {});
    }

    private static CountTable table(List<CountTable> tables, int number, String treatment) {
        return tables.stream()
                .filter(table -> table.number() == number
                        && table.treatment().equals(treatment)
                        && table.sex().equals(CountTable.TOTAL))
                .findFirst()
                .orElseThrow();
    }

    private static int[] numbers(CountTable.Line line) {
        return line.cells().stream()
                .mapToInt(cell -> Integer.parseInt(cell.text()))
                .toArray();
    }

    private static void add(int[] sum, int[] more, int sign) {
        for (var at = 0; at < sum.length; at++) {
            sum[at] += sign * more[at];
        }
    }

    private static List<DemandCase> clients(int size, int seed) {
        var random = new Random(seed);
        var drugs = SUBSTANCES.substances().stream()
                .filter(one -> !RULE.excludedGroups().contains(one.group()))
                .map(SubstanceList.Substance::code)
                .toList();
        var clients = new ArrayList<DemandCase>();
        for (var n = 0; n < size; n++) {
            var drug = drugs.get(Math.min(random.nextInt(drugs.size()), random.nextInt(drugs.size())));
            clients.add(client(random, drug, random.nextInt(6) == 0 ? -1 : 15 + random.nextInt(55)));
        }
        return clients;
    }

    private static DemandCase client(Random random, String drug, int age) {
        var codes = new EnumMap<DemandItem, String>(DemandItem.class);
        var years = new EnumMap<DemandItem, Integer>(DemandItem.class);
        for (var item : DemandItem.values()) {
            codes.put(item, "NK");
        }
        codes.put(DemandItem.DRUG, drug);
        codes.put(
                DemandItem.PREVIOUS,
                List.of("NEVER", "PREV_SAME", "PREV_OTHER", "NK").get(random.nextInt(4)));
        codes.put(DemandItem.SEX, List.of("M", "M", "F", "NK").get(random.nextInt(4)));
        codes.put(DemandItem.ROUTE, any(random, SUBSTANCES.routes()));
        codes.put(DemandItem.FREQUENCY, any(random, SUBSTANCES.frequencies()));
        codes.put(DemandItem.INJECTING, any(random, SUBSTANCES.injecting()));
        codes.put(DemandItem.SHARING, any(random, SUBSTANCES.injecting()));
        codes.put(DemandItem.POLYDRUG, any(random, SUBSTANCES.polydrug()));
        codes.put(
                DemandItem.EDUCATION,
                List.of("NONE", "PRIM", "SEC", "HIGH", "NK").get(random.nextInt(5)));
        codes.put(
                DemandItem.LABOUR,
                List.of("EMPLOYED", "STUDENT", "UNEMPLOYED", "INACTIVE", "NK").get(random.nextInt(5)));
        for (var item : RULE.items()) {
            if (item.item() != DemandItem.PREVIOUS) {
                codes.put(
                        item.item(),
                        item.choices()
                                .get(random.nextInt(item.choices().size()))
                                .code());
            }
        }
        if (age >= 0) {
            years.put(DemandItem.AGE, age);
            if (random.nextInt(5) > 0) {
                years.put(DemandItem.FIRST_USE, 12 + random.nextInt(10));
            }
            if (random.nextInt(3) > 0) {
                years.put(DemandItem.FIRST_INJECTION, Math.max(13, age - random.nextInt(14)));
            }
        }
        return new DemandCase(
                PersonId.create(),
                EpisodeId.create(),
                CentreId.create(),
                List.of(CentreType.values()).get(random.nextInt(3)),
                LocalDate.of(2026, 1, 1),
                codes,
                years,
                random.nextBoolean() ? List.of("ALCOHOL", "CRACK", "CANNABIS_RESIN") : List.of("NONE"),
                Set.of());
    }

    private static String any(Random random, List<SubstanceList.Choice> choices) {
        return choices.get(random.nextInt(choices.size())).code();
    }
}
