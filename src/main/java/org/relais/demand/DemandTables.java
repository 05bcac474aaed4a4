package org.relais.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.relais.demand.CountTable.Cell;
import org.relais.demand.CountTable.Level;
import org.relais.demand.CountTable.Line;
import org.relais.history.SubstanceList;
import org.relais.shared.Suppression;
import org.relais.shared.Suppression.Dimension;
import org.relais.shared.Suppression.Shown;
import org.relais.situation.StateKind;
import org.relais.situation.StateList;

/**
 * The tables of the indicator over the clients of a year, small counts hidden across all of them together. Pure.
 *
 * <p>A drug's row is a detail of its group where the group has more than one; the groups and the details that stand
 * alone add up to the total. Ages are compared in completed years; a mean is rounded to one decimal, a deviation is that
 * of the clients themselves.
 */
final class DemandTables {

    private static final String PREVIOUS = "PREVIOUS";
    private static final int MEANS = 11;
    private static final int SECONDARY = 25;
    private static final String KNOWN = "KNOWN";

    private final DemandRule rule;
    private final SubstanceList substances;
    private final List<DemandCase> clients;
    private final Map<DemandDimension, Axis> axes = new EnumMap<>(DemandDimension.class);
    private final List<DemandDimension> order = new ArrayList<>();
    private final Shown shown;

    DemandTables(DemandRule rule, SubstanceList substances, StateList states, Collection<DemandCase> clients) {
        this.rule = rule;
        this.substances = substances;
        this.clients = List.copyOf(clients);
        for (var dimension : DemandDimension.values()) {
            if (dimension != DemandDimension.DRUG_GROUP) {
                axes.put(dimension, axis(dimension, states));
                order.add(dimension);
            }
        }
        shown = new Suppression(rule.smallestShown())
                .protect(
                        order.stream().map(one -> axis(one).dimension).toList(),
                        crossed(),
                        this.clients.stream().map(this::values).toList());
    }

    /** Every table, by number and then for everybody, the never and the previously treated, and those of whom it is not known. */
    List<CountTable> all(IntConsumer percent) {
        var made = new ArrayList<CountTable>();
        var left = rule.tables().size();
        for (var table : rule.tables()) {
            if (table.byTreatment()) {
                made.add(count(table, CountTable.TOTAL, Suppression.ALL));
                var treatment = axis(DemandDimension.TREATMENT);
                for (var value = 0; value < treatment.codes.size(); value++) {
                    made.add(count(table, treatment.codes.get(value), value));
                }
            } else {
                made.add(count(table, CountTable.TOTAL, Suppression.ALL));
            }
            percent.accept(100 - 100 * --left / rule.tables().size());
        }
        made.add(means(CountTable.TOTAL, Suppression.ALL));
        var treatment = axis(DemandDimension.TREATMENT);
        for (var value = 0; value < treatment.codes.size(); value++) {
            made.add(means(treatment.codes.get(value), value));
        }
        made.add(secondary());
        made.sort(java.util.Comparator.comparingInt(CountTable::number));
        return made;
    }

    /** What one dimension's values are called, and which belong together. */
    private record Axis(List<String> codes, List<String> groups, Dimension dimension, ToIntFunction<DemandCase> of) {

        int node(String group) {
            return dimension.group(groups.indexOf(group));
        }
    }

    private Axis axis(DemandDimension dimension) {
        return java.util.Objects.requireNonNull(axes.get(dimension));
    }

    private Axis axis(DemandDimension dimension, StateList states) {
        return switch (dimension) {
            case DRUG, DRUG_GROUP -> drugs();
            case CENTRE ->
                coded(
                        List.of("OUT", "IN"),
                        one -> one.kind() == org.relais.episode.EpisodeKind.INPATIENT ? "IN" : "OUT");
            case TREATMENT -> coded(List.of(CaseRule.NEVER, PREVIOUS, rule.notKnown()), DemandTables::treatment);
            case SEX -> coded(List.of("M", "F", rule.notKnown()), one -> one.code(DemandItem.SEX));
            case AGE -> bands(DemandItem.AGE);
            case FIRST_USE -> bands(DemandItem.FIRST_USE);
            case REFERRAL -> own(DemandItem.REFERRAL);
            case LIVING_WITH -> own(DemandItem.LIVING_WITH);
            case CHILDREN -> own(DemandItem.CHILDREN);
            case LIVING_WHERE -> own(DemandItem.LIVING_WHERE);
            case OST -> own(DemandItem.OST);
            case EDUCATION -> coded(states(states, StateKind.EDUCATION), one -> one.code(DemandItem.EDUCATION));
            case LABOUR -> coded(states(states, StateKind.WORK), one -> one.code(DemandItem.LABOUR));
            case ROUTE -> coded(choices(substances.routes()), one -> one.code(DemandItem.ROUTE));
            case FREQUENCY -> coded(choices(substances.frequencies()), one -> one.code(DemandItem.FREQUENCY));
            case POLYDRUG -> coded(choices(substances.polydrug()), one -> one.code(DemandItem.POLYDRUG));
            case INJECTING -> coded(choices(substances.injecting()), one -> one.code(DemandItem.INJECTING));
            case SHARING -> coded(choices(substances.injecting()), one -> one.code(DemandItem.SHARING));
        };
    }

    private static String treatment(DemandCase one) {
        return switch (one.code(DemandItem.PREVIOUS)) {
            case CaseRule.NEVER -> CaseRule.NEVER;
            case CaseRule.SAME, CaseRule.OTHER -> PREVIOUS;
            default -> "NK";
        };
    }

    private static List<String> choices(List<SubstanceList.Choice> choices) {
        return choices.stream().map(SubstanceList.Choice::code).toList();
    }

    private List<String> states(StateList states, StateKind kind) {
        var codes = new LinkedHashSet<String>();
        states.choices(kind).forEach(choice -> {
            if (choice.tdi() != null) {
                codes.add(choice.tdi());
            }
        });
        codes.remove(rule.notKnown());
        codes.add(rule.notKnown());
        return List.copyOf(codes);
    }

    private Axis own(DemandItem item) {
        return coded(
                rule.item(item).orElseThrow().choices().stream()
                        .map(DemandRule.Choice::code)
                        .toList(),
                one -> one.code(item));
    }

    // A code that an older version of a list knew is not known to this one
    private Axis coded(List<String> codes, java.util.function.Function<DemandCase, String> of) {
        return new Axis(codes, List.of(), Dimension.of(codes.size()), one -> {
            var at = codes.indexOf(of.apply(one));
            return at < 0 ? codes.indexOf(rule.notKnown()) : at;
        });
    }

    private Axis bands(DemandItem item) {
        var codes = new ArrayList<>(IntStream.rangeClosed(0, rule.ageBands().size())
                .mapToObj(rule::bandName)
                .toList());
        var unknown = codes.size();
        codes.add(rule.notKnown());
        // Whose age is known at all is a group: a mean is theirs
        var groups = new ArrayList<Integer>(java.util.Collections.nCopies(unknown, 0));
        groups.add(Suppression.ALL);
        return new Axis(codes, List.of(KNOWN), new Dimension(groups), one -> {
            var age = one.years().get(item);
            return age == null ? unknown : rule.band(age);
        });
    }

    private Axis drugs() {
        var groupOf = new java.util.LinkedHashMap<String, String>();
        for (var substance : substances.substances()) {
            if (!rule.excludedGroups().contains(substance.group())) {
                groupOf.put(
                        rule.reportedTogether().getOrDefault(substance.code(), substance.code()), substance.group());
            }
        }
        var codes = List.copyOf(groupOf.keySet());
        var groups = groupOf.values().stream()
                .distinct()
                .filter(group -> groupOf.values().stream().filter(group::equals).count() > 1)
                .toList();
        var dimension = new Dimension(codes.stream()
                .map(code -> groups.indexOf(java.util.Objects.requireNonNull(groupOf.get(code))))
                .toList());
        return new Axis(codes, groups, dimension, one -> drug(codes, one.code(DemandItem.DRUG)));
    }

    private int drug(List<String> codes, String code) {
        var at = codes.indexOf(rule.reportedTogether().getOrDefault(code, code));
        return at < 0 ? codes.indexOf(rule.notKnown()) : at;
    }

    private int[] values(DemandCase one) {
        return order.stream()
                .mapToInt(dimension -> axis(dimension).of.applyAsInt(one))
                .toArray();
    }

    private int index(DemandDimension dimension) {
        return order.indexOf(dimension == DemandDimension.DRUG_GROUP ? DemandDimension.DRUG : dimension);
    }

    private List<List<Integer>> crossed() {
        var crossed = new ArrayList<List<Integer>>();
        for (var table : rule.tables()) {
            var both = List.of(index(table.rows()), index(table.columns()));
            crossed.add(
                    table.byTreatment() ? List.of(both.get(0), both.get(1), index(DemandDimension.TREATMENT)) : both);
        }
        return crossed;
    }

    private CountTable count(DemandRule.Table table, String name, int treatment) {
        var rows = axis(table.rows() == DemandDimension.DRUG_GROUP ? DemandDimension.DRUG : table.rows());
        var columns = axis(table.columns());
        var across = new ArrayList<String>(columns.codes);
        across.add(CountTable.TOTAL);
        var lines = new ArrayList<Line>();
        for (var row : rows(rows, table.rows() == DemandDimension.DRUG_GROUP)) {
            var cells = new ArrayList<Cell>();
            for (var column = 0; column < across.size(); column++) {
                var cell = cell(
                        index(table.rows()),
                        row.node,
                        index(table.columns()),
                        column == columns.codes.size() ? Suppression.ALL : column,
                        table.byTreatment(),
                        treatment);
                cells.add(Cell.count(shown.count(cell), shown.hidden(cell)));
            }
            lines.add(new Line(row.code, row.level, row.group, cells));
        }
        return new CountTable(table.number(), name, table.rows(), table.columns(), across, lines);
    }

    private int[] cell(int rows, int row, int columns, int column, boolean byTreatment, int treatment) {
        return byTreatment
                ? new int[] {rows, row, columns, column, index(DemandDimension.TREATMENT), treatment}
                : new int[] {rows, row, columns, column};
    }

    private record Row(String code, Level level, @Nullable String group, int node) {}

    private static List<Row> rows(Axis axis, boolean groupsOnly) {
        var rows = new ArrayList<Row>();
        var begun = new LinkedHashSet<Integer>();
        for (var value = 0; value < axis.codes.size(); value++) {
            int group = axis.dimension.groupOf().get(value);
            if (group == Suppression.ALL || axis.groups.equals(List.of(KNOWN))) {
                rows.add(new Row(axis.codes.get(value), Level.DETAIL, null, value));
            } else {
                if (begun.add(group)) {
                    rows.add(new Row(axis.groups.get(group), Level.GROUP, null, axis.dimension.group(group)));
                }
                if (!groupsOnly) {
                    rows.add(new Row(axis.codes.get(value), Level.DETAIL, axis.groups.get(group), value));
                }
            }
        }
        rows.add(new Row(CountTable.TOTAL, Level.TOTAL, null, Suppression.ALL));
        return rows;
    }

    private CountTable means(String name, int treatment) {
        var drugs = axis(DemandDimension.DRUG);
        var lines = rows(drugs, false).stream()
                .map(row -> {
                    var those = clients.stream()
                            .filter(one -> within(drugs, drugs.of.applyAsInt(one), row.node)
                                    && (treatment == Suppression.ALL
                                            || axis(DemandDimension.TREATMENT)
                                                            .of
                                                            .applyAsInt(one)
                                                    == treatment))
                            .toList();
                    var cells = new ArrayList<Cell>();
                    var age = hidden(DemandDimension.AGE, row.node, treatment);
                    var first = hidden(DemandDimension.FIRST_USE, row.node, treatment);
                    figures(cells, years(those, DemandItem.AGE), age);
                    figures(cells, years(those, DemandItem.FIRST_USE), first);
                    return new Line(row.code, row.level, row.group, cells);
                })
                .toList();
        return new CountTable(
                MEANS,
                name,
                DemandDimension.DRUG,
                DemandDimension.AGE,
                List.of("AGE_MEAN", "AGE_SD", "AGE_N", "FIRST_USE_MEAN", "FIRST_USE_SD", "FIRST_USE_N"),
                lines);
    }

    private boolean hidden(DemandDimension dimension, int row, int treatment) {
        return shown.hidden(cell(
                index(DemandDimension.DRUG),
                row,
                index(dimension),
                axis(dimension).node(KNOWN),
                true,
                treatment));
    }

    private static boolean within(Axis axis, int value, int node) {
        return node == Suppression.ALL
                || node == value
                || (node >= axis.codes.size() && axis.dimension.groupOf().get(value) == node - axis.codes.size());
    }

    private static List<Integer> years(List<DemandCase> those, DemandItem item) {
        return those.stream()
                .filter(one -> one.years().containsKey(item))
                .map(one -> one.years().get(item))
                .toList();
    }

    private static void figures(List<Cell> cells, List<Integer> years, boolean hidden) {
        if (years.isEmpty()) {
            cells.add(new Cell("", hidden));
            cells.add(new Cell("", hidden));
        } else {
            var count = BigDecimal.valueOf(years.size());
            var sum = BigDecimal.valueOf(
                    years.stream().mapToLong(Integer::longValue).sum());
            var mean = sum.divide(count, 1, RoundingMode.HALF_UP);
            var exact = sum.doubleValue() / years.size();
            var variance = years.stream()
                            .mapToDouble(year -> (year - exact) * (year - exact))
                            .sum()
                    / years.size();
            cells.add(new Cell(mean.toPlainString(), hidden));
            cells.add(new Cell(
                    BigDecimal.valueOf(Math.sqrt(variance))
                            .setScale(1, RoundingMode.HALF_UP)
                            .toPlainString(),
                    hidden));
        }
        cells.add(Cell.count(years.size(), hidden));
    }

    /** Mentions, not people: one client may name several. */
    private CountTable secondary() {
        var drugs = axis(DemandDimension.DRUG);
        var codes = new ArrayList<String>();
        substances.secondary().forEach(choice -> {
            var code = rule.reportedTogether().getOrDefault(choice.code(), choice.code());
            if (!codes.contains(code)) {
                codes.add(code);
            }
        });
        var mentions = new ArrayList<int[]>();
        for (var one : clients) {
            one.secondary().stream()
                    .map(code -> rule.reportedTogether().getOrDefault(code, code))
                    .distinct()
                    .forEach(code -> mentions.add(new int[] {
                        drugs.of.applyAsInt(one),
                        Math.max(codes.indexOf(code), codes.contains(code) ? 0 : codes.indexOf(rule.notKnown()))
                    }));
        }
        var named = new Suppression(rule.smallestShown())
                .protect(List.of(drugs.dimension, Dimension.of(codes.size())), List.of(List.of(0, 1)), mentions);
        var across = new ArrayList<String>(codes);
        across.add(CountTable.TOTAL);
        var lines = rows(drugs, false).stream()
                .map(row -> new Line(
                        row.code,
                        row.level,
                        row.group,
                        IntStream.range(0, across.size())
                                .mapToObj(column -> {
                                    var at = column == codes.size() ? Suppression.ALL : column;
                                    return Cell.count(
                                            named.count(0, row.node, 1, at), named.hidden(0, row.node, 1, at));
                                })
                                .toList()))
                .toList();
        return new CountTable(SECONDARY, CountTable.TOTAL, DemandDimension.DRUG, DemandDimension.DRUG, across, lines);
    }
}
