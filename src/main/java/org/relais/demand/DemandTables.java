package org.relais.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.demand.CountTable.Cell;
import org.relais.demand.CountTable.Column;
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
 * alone add up to the total. So do the answers that mean "ever" or "tested". Ages are compared in completed years; a mean
 * is rounded to one decimal, a deviation is that of the clients themselves. What lies between a first time and the
 * beginning is not known where one of the two ages is not, or where the first time would be the later one.
 */
final class DemandTables {

    private static final String PREVIOUS = "PREVIOUS";
    private static final int MEANS = 11;
    private static final int SECONDARY = 25;
    private static final String KNOWN = "KNOWN";
    private static final String EVER = "EVER";

    /** Of the years since the first injection: not known to have injected at all. */
    private static final String NOT_INJECTED = "NOT_INJECTED";

    private static final List<DemandDimension> FIGURES =
            List.of(DemandDimension.AGE, DemandDimension.FIRST_USE, DemandDimension.LAG);

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

    /**
     * Every table by its number: for everybody, then, as far as the rule says so, for the never and the previously treated
     * and those of whom it is not known, and for each sex.
     */
    List<CountTable> all(IntConsumer percent) {
        var made = new ArrayList<CountTable>();
        var left = rule.tables().size();
        for (var table : rule.tables()) {
            versions(DemandDimension.TREATMENT, table.byTreatment())
                    .forEach(treatment -> versions(DemandDimension.SEX, table.bySex())
                            .forEach(sex -> made.add(count(table, treatment, sex))));
            percent.accept(100 - 100 * --left / rule.tables().size());
        }
        versions(DemandDimension.TREATMENT, true)
                .forEach(treatment ->
                        versions(DemandDimension.SEX, true).forEach(sex -> made.add(means(treatment, sex))));
        made.add(secondary());
        made.sort(Comparator.comparingInt(CountTable::number));
        return made;
    }

    /** Of whom a table is: everybody, or those with one value of a dimension. */
    private record Version(String name, DemandDimension dimension, int value) {}

    private List<Version> versions(DemandDimension dimension, boolean several) {
        var codes = axis(dimension).codes;
        return Stream.concat(
                        Stream.of(new Version(CountTable.TOTAL, dimension, Suppression.ALL)),
                        IntStream.range(0, several ? codes.size() : 0)
                                .mapToObj(value -> new Version(codes.get(value), dimension, value)))
                .toList();
    }

    /**
     * What one dimension's values are called, and which belong together.
     *
     * @param drawn whether its groups are rows and columns of their own
     */
    private record Axis(
            List<String> codes, List<String> groups, Dimension dimension, boolean drawn, ToIntFunction<DemandCase> of) {

        int node(String group) {
            return dimension.group(groups.indexOf(group));
        }
    }

    private Axis axis(DemandDimension dimension) {
        return Objects.requireNonNull(
                axes.get(dimension == DemandDimension.DRUG_GROUP ? DemandDimension.DRUG : dimension));
    }

    private Axis axis(DemandDimension dimension, StateList states) {
        return switch (dimension) {
            case DRUG, DRUG_GROUP -> drugs();
            case CENTRE ->
                coded(
                        Stream.of(CentreType.values()).map(CentreType::name).toList(),
                        one -> one.centreType().name());
            case TREATMENT -> coded(List.of(CaseRule.NEVER, PREVIOUS, rule.notKnown()), this::treatment);
            case SEX -> coded(List.of("M", "F", rule.notKnown()), one -> one.code(DemandItem.SEX));
            case AGE -> bands(DemandItem.AGE);
            case FIRST_USE -> bands(DemandItem.FIRST_USE);
            case REFERRAL -> own(DemandItem.REFERRAL);
            case LIVING_WITH -> own(DemandItem.LIVING_WITH);
            case CHILDREN -> own(DemandItem.CHILDREN);
            case LIVING_WHERE -> own(DemandItem.LIVING_WHERE);
            case HIV -> own(DemandItem.HIV);
            case HCV -> own(DemandItem.HCV);
            case OST -> own(DemandItem.OST);
            case EDUCATION -> coded(states(states, StateKind.EDUCATION), one -> one.code(DemandItem.EDUCATION));
            case LABOUR -> coded(states(states, StateKind.WORK), one -> one.code(DemandItem.LABOUR));
            case ROUTE -> coded(choices(substances.routes()), one -> one.code(DemandItem.ROUTE));
            case FREQUENCY -> coded(choices(substances.frequencies()), one -> one.code(DemandItem.FREQUENCY));
            case POLYDRUG -> coded(choices(substances.polydrug()), one -> one.code(DemandItem.POLYDRUG));
            case INJECTING -> ever(DemandItem.INJECTING);
            case SHARING -> ever(DemandItem.SHARING);
            case SINCE_INJECTION -> sinceInjection();
            case LAG -> coded(List.of(KNOWN, rule.notKnown()), one -> lag(one).isPresent() ? KNOWN : rule.notKnown());
        };
    }

    private String treatment(DemandCase one) {
        return switch (one.code(DemandItem.PREVIOUS)) {
            case CaseRule.NEVER -> CaseRule.NEVER;
            case CaseRule.SAME, CaseRule.OTHER -> PREVIOUS;
            default -> rule.notKnown();
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
        var choices = rule.item(item).orElseThrow().choices();
        var groups = new HashMap<String, String>();
        choices.forEach(choice -> {
            if (choice.group() != null) {
                groups.put(choice.code(), choice.group());
            }
        });
        return coded(choices.stream().map(DemandRule.Choice::code).toList(), groups, one -> one.code(item));
    }

    private Axis ever(DemandItem item) {
        var groups = new HashMap<String, String>();
        substances.recency().stream().filter(this::ever).forEach(code -> groups.put(code, EVER));
        return coded(choices(substances.injecting()), groups, one -> one.code(item));
    }

    private boolean ever(String code) {
        return substances.recency().contains(code) && !code.equals(substances.neverInjected());
    }

    private Axis sinceInjection() {
        var codes = new ArrayList<>(rule.injectionBandNames());
        codes.add(rule.notKnown());
        var groups = new HashMap<String, String>();
        codes.forEach(code -> groups.put(code, EVER));
        codes.add(NOT_INJECTED);
        return coded(codes, groups, one -> {
            if (!ever(one.code(DemandItem.INJECTING))) {
                return NOT_INJECTED;
            }
            var since = since(one, DemandItem.FIRST_INJECTION);
            return since.isPresent() ? codes.get(rule.injectionBand(since.getAsInt())) : rule.notKnown();
        });
    }

    private static OptionalInt lag(DemandCase one) {
        return since(one, DemandItem.FIRST_USE);
    }

    private static OptionalInt since(DemandCase one, DemandItem first) {
        var then = one.years().get(first);
        var now = one.years().get(DemandItem.AGE);
        return then == null || now == null || then > now ? OptionalInt.empty() : OptionalInt.of(now - then);
    }

    private Axis coded(List<String> codes, Function<DemandCase, String> of) {
        return coded(codes, Map.of(), of);
    }

    // A code that an older version of a list knew is not known to this one
    private Axis coded(List<String> codes, Map<String, String> groupOf, Function<DemandCase, String> of) {
        var groups = codes.stream()
                .map(groupOf::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var dimension = new Dimension(codes.stream()
                .map(code -> {
                    var group = groupOf.get(code);
                    return group == null ? Suppression.ALL : groups.indexOf(group);
                })
                .toList());
        return new Axis(List.copyOf(codes), groups, dimension, true, one -> {
            var at = codes.indexOf(of.apply(one));
            return at < 0 ? codes.indexOf(rule.notKnown()) : at;
        });
    }

    private Axis bands(DemandItem item) {
        var codes = new ArrayList<>(rule.bandNames());
        var unknown = codes.size();
        codes.add(rule.notKnown());
        // Whose age is known at all is a group: a mean is theirs
        var groups = new ArrayList<Integer>(Collections.nCopies(unknown, 0));
        groups.add(Suppression.ALL);
        return new Axis(codes, List.of(KNOWN), new Dimension(groups), false, one -> {
            var age = one.years().get(item);
            return age == null ? unknown : rule.band(age);
        });
    }

    private Axis drugs() {
        var groupOf = new LinkedHashMap<String, String>();
        for (var substance : substances.substances()) {
            if (!rule.excludedGroups().contains(substance.group())) {
                groupOf.put(
                        rule.reportedTogether().getOrDefault(substance.code(), substance.code()), substance.group());
            }
        }
        var codes = List.copyOf(groupOf.keySet());
        // Where a group has one only, it stands alone
        groupOf.values().removeIf(group -> Collections.frequency(groupOf.values(), group) == 1);
        return coded(
                codes,
                groupOf,
                one -> rule.reportedTogether().getOrDefault(one.code(DemandItem.DRUG), one.code(DemandItem.DRUG)));
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
            var rows = index(table.rows());
            var dimensions = new ArrayList<>(List.of(
                    table.rows() == DemandDimension.DRUG_GROUP ? Suppression.groupsOf(rows) : rows,
                    index(table.columns())));
            if (table.byTreatment()) {
                dimensions.add(index(DemandDimension.TREATMENT));
            }
            if (table.bySex()) {
                dimensions.add(index(DemandDimension.SEX));
            }
            crossed.add(dimensions);
        }
        for (var figure : FIGURES) {
            crossed.add(List.of(
                    index(DemandDimension.DRUG),
                    figure == DemandDimension.LAG ? index(figure) : Suppression.groupsOf(index(figure)),
                    index(DemandDimension.TREATMENT),
                    index(DemandDimension.SEX)));
        }
        return crossed;
    }

    private CountTable count(DemandRule.Table table, Version treatment, Version sex) {
        var columns = lines(axis(table.columns()), false);
        var lines = new ArrayList<Line>();
        for (var row : lines(axis(table.rows()), table.rows() == DemandDimension.DRUG_GROUP)) {
            var cells = new ArrayList<Cell>();
            for (var column : columns) {
                var cell = cell(table.rows(), row.node, table.columns(), column.node, treatment, sex);
                cells.add(Cell.count(shown.count(cell), shown.hidden(cell)));
            }
            lines.add(new Line(row.code, row.level, row.group, cells));
        }
        return new CountTable(
                table.number(),
                treatment.name,
                sex.name,
                table.rows(),
                table.columns(),
                columns.stream()
                        .map(one -> new Column(one.code, one.level, one.group))
                        .toList(),
                lines);
    }

    private int[] cell(
            DemandDimension rows, int row, DemandDimension columns, int column, Version treatment, Version sex) {
        var cell = new ArrayList<>(List.of(index(rows), row, index(columns), column));
        for (var version : List.of(treatment, sex)) {
            // A table that is not made by it may have it for a row or a column
            if (version.value != Suppression.ALL) {
                cell.add(index(version.dimension));
                cell.add(version.value);
            }
        }
        return cell.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A row or a column: a value, a group or everybody. */
    private record Row(String code, Level level, @Nullable String group, int node) {}

    private static List<Row> lines(Axis axis, boolean groupsOnly) {
        var rows = new ArrayList<Row>();
        var begun = new LinkedHashSet<Integer>();
        for (var value = 0; value < axis.codes.size(); value++) {
            int group = axis.dimension.groupOf().get(value);
            if (group == Suppression.ALL || !axis.drawn) {
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

    private CountTable means(Version treatment, Version sex) {
        var drugs = axis(DemandDimension.DRUG);
        var those = clients.stream()
                .filter(one -> of(one, treatment) && of(one, sex))
                .toList();
        var lines = lines(drugs, false).stream()
                .map(row -> {
                    var mine = those.stream()
                            .filter(one -> within(drugs, drugs.of.applyAsInt(one), row.node))
                            .toList();
                    // One of the three tells much about the others: all show, or none
                    var hidden = FIGURES.stream().anyMatch(figure -> hidden(figure, row.node, treatment, sex));
                    var cells = new ArrayList<Cell>();
                    figures(cells, years(mine, DemandItem.AGE), hidden);
                    figures(cells, years(mine, DemandItem.FIRST_USE), hidden);
                    figures(
                            cells,
                            mine.stream()
                                    .map(DemandTables::lag)
                                    .filter(OptionalInt::isPresent)
                                    .map(OptionalInt::getAsInt)
                                    .toList(),
                            hidden);
                    return new Line(row.code, row.level, row.group, cells);
                })
                .toList();
        return new CountTable(
                MEANS,
                treatment.name,
                sex.name,
                DemandDimension.DRUG,
                DemandDimension.AGE,
                FIGURES.stream()
                        .flatMap(figure -> Stream.of("MEAN", "SD", "N")
                                .map(what -> new Column(figure.name() + "_" + what, Level.DETAIL, null)))
                        .toList(),
                lines);
    }

    private boolean of(DemandCase one, Version version) {
        return version.value == Suppression.ALL || axis(version.dimension).of.applyAsInt(one) == version.value;
    }

    private boolean hidden(DemandDimension figure, int row, Version treatment, Version sex) {
        return shown.hidden(cell(DemandDimension.DRUG, row, figure, known(figure), treatment, sex));
    }

    private int known(DemandDimension figure) {
        var axis = axis(figure);
        return figure == DemandDimension.LAG ? axis.codes.indexOf(KNOWN) : axis.node(KNOWN);
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
        var across = codes.stream()
                .map(code -> new Column(code, Level.DETAIL, null))
                .collect(Collectors.toCollection(ArrayList::new));
        across.add(new Column(CountTable.TOTAL, Level.TOTAL, null));
        var lines = lines(drugs, false).stream()
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
        return new CountTable(
                SECONDARY,
                CountTable.TOTAL,
                CountTable.TOTAL,
                DemandDimension.DRUG,
                DemandDimension.DRUG,
                across,
                lines);
    }
}
