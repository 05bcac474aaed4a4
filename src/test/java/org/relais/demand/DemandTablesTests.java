package org.relais.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.relais.demand.CountTable.Level;
import org.relais.episode.EpisodeKind;
import org.relais.history.SubstanceList;
import org.relais.rules.Rules;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.situation.StateList;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_group_is_the_sum_of_its_details_and_the_total_that_of_the_groups() {
        for (var table : tables(clients(120, 2))) {
            if (table.number() == 11) {
                continue;
            }
            var total = new int[table.columns().size()];
            var groups = new HashMap<String, int[]>();
            for (var line : table.lines()) {
                var own = numbers(line);
                if (line.level() == Level.TOTAL) {
                    assertThat(own)
                            .as("%s %s", table.number(), table.treatment())
                            .isEqualTo(total);
                } else if (line.group() == null) {
                    add(total, own);
                    if (line.level() == Level.GROUP) {
                        groups.put(line.code(), own);
                    }
                } else {
                    var rest = Objects.requireNonNull(groups.get(line.group()));
                    for (var column = 0; column < own.length; column++) {
                        rest[column] -= own[column];
                    }
                }
                var sum = Arrays.stream(numbers(line), 0, table.columns().size() - 1)
                        .sum();
                assertThat(numbers(line)[table.columns().size() - 1]).isEqualTo(sum);
            }
            if (table.number() != 13) {
                groups.values().forEach(rest -> assertThat(rest).containsOnly(0));
            }
        }
    }

    @Test
    void everybody_is_the_sum_of_the_never_the_previously_and_the_unknown() {
        var tables = tables(clients(80, 3));
        var all = table(tables, 19, CountTable.TOTAL);
        var parts = List.of("NEVER", "PREVIOUS", "NK");
        for (var row = 0; row < all.lines().size(); row++) {
            var sum = new int[all.columns().size()];
            for (var part : parts) {
                add(sum, numbers(table(tables, 19, part).lines().get(row)));
            }
            assertThat(numbers(all.lines().get(row))).isEqualTo(sum);
        }
    }

    @Test
    void it_counts_what_a_slower_count_counts() {
        var clients = clients(80, 4);
        var tables = tables(clients);
        for (var line : table(tables, 22, "PREVIOUS").lines()) {
            if (line.level() != Level.DETAIL) {
                continue;
            }
            var columns = SUBSTANCES.injecting();
            for (var column = 0; column < columns.size(); column++) {
                var code = columns.get(column).code();
                var counted = 0;
                for (var one : clients) {
                    var drug = one.code(DemandItem.DRUG);
                    var row = drug.equals("CANNABIS_HERB") || drug.equals("CANNABIS_RESIN")
                            ? "CANNABIS_HERB_RESIN"
                            : drug;
                    if (row.equals(line.code())
                            && one.code(DemandItem.PREVIOUS).startsWith("PREV")
                            && one.code(DemandItem.INJECTING).equals(code)) {
                        counted++;
                    }
                }
                assertThat(line.cells().get(column).text()).isEqualTo(String.valueOf(counted));
            }
        }
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
                .filter(table -> table.number() == number && table.treatment().equals(treatment))
                .findFirst()
                .orElseThrow();
    }

    private static int[] numbers(CountTable.Line line) {
        return line.cells().stream()
                .mapToInt(cell -> Integer.parseInt(cell.text()))
                .toArray();
    }

    private static void add(int[] sum, int[] more) {
        for (var at = 0; at < sum.length; at++) {
            sum[at] += more[at];
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
            years.put(DemandItem.FIRST_USE, Math.min(age, 12 + random.nextInt(10)));
        }
        return new DemandCase(
                PersonId.create(),
                EpisodeId.create(),
                CentreId.create(),
                random.nextBoolean() ? EpisodeKind.INPATIENT : EpisodeKind.OUTPATIENT,
                LocalDate.of(2026, 1, 1),
                codes,
                years,
                random.nextBoolean() ? List.of("ALCOHOL", "CRACK") : List.of("NONE"),
                Set.of());
    }

    private static String any(Random random, List<SubstanceList.Choice> choices) {
        return choices.get(random.nextInt(choices.size())).code();
    }
}
