package org.relais.demand;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.OpenCentre;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * What is asked for the Treatment Demand Indicator, whom it counts and which tables it makes, as read from
 * {@code rules/treatment-demand} (domain reference H.1). That something is not known is an answer; what was not asked
 * has none.
 *
 * @param items what this room asks; the other items are asked where they belong
 * @param addedIn the country profile of the centres that ask the added items
 * @param contactMonths within how many months after a contact a new treatment is one that goes on
 * @param excludedGroups the groups of substances whose clients are not counted
 * @param reportedTogether substances that are kept apart and reported in one row
 * @param intakeDays within how many days of the beginning what is told counts as told at the beginning
 * @param smallestShown the smallest count above zero that a table shows
 * @param ageBands the first age of every band but the lowest
 * @param injectionBands the first number of years since the first injection of every band but the lowest
 * @param tables which dimensions are crossed
 */
public record DemandRule(
        RuleHeader rule,
        List<Item> items,
        String addedIn,
        String notKnown,
        int contactMonths,
        Set<String> excludedGroups,
        Map<String, String> reportedTogether,
        int intakeDays,
        int smallestShown,
        List<Integer> ageBands,
        List<Integer> injectionBands,
        int mostAge,
        List<Table> tables)
        implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "TDI";

    /** Where its versions are. */
    public static final RuleKind<DemandRule> KIND =
            new RuleKind<>("treatment-demand", DemandRule.class, DemandRule::check);

    public DemandRule {
        items = List.copyOf(items);
        reportedTogether = Map.copyOf(reportedTogether);
        excludedGroups = Set.copyOf(excludedGroups);
        ageBands = List.copyOf(ageBands);
        injectionBands = List.copyOf(injectionBands);
        tables = List.copyOf(tables);
    }

    /** An answer in the languages of the portal. */
    public record Words(String fr, String en, String sv) {

        /** The words for a reader of this language. */
        public String in(Locale locale) {
            return switch (locale.getLanguage()) {
                case "en" -> en;
                case "sv" -> sv;
                default -> fr;
            };
        }
    }

    /**
     * One answer of an item.
     *
     * @param group the answers that tables add up with it; null where it stands alone
     */
    public record Choice(String code, @Nullable String group, Words name) {}

    /**
     * An item this room asks.
     *
     * @param section who may ask and read it
     * @param years whether the answer is an age in years; then its choices say what else can be answered
     */
    public record Item(DemandItem item, Section section, boolean years, List<Choice> choices) {

        public Item {
            choices = List.copyOf(choices);
        }

        Optional<Choice> choice(String code) {
            return choices.stream().filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /**
     * One table of counts.
     *
     * @param number its number in the indicator
     * @param rows what its rows are
     * @param columns what its columns are
     * @param byTreatment whether it is made for everybody and for those never and those previously treated
     * @param bySex whether it is made for everybody and for each sex
     */
    public record Table(
            int number, DemandDimension rows, DemandDimension columns, boolean byTreatment, boolean bySex) {}

    /** What this room asks in a centre. */
    public List<Item> items(Centre centre) {
        return items.stream().filter(one -> !one.item().added() || adds(centre)).toList();
    }

    /** Whether the country of a centre adds items, and has a table of them. */
    boolean adds(Centre centre) {
        return centre.countryProfile().equals(addedIn);
    }

    /** What this room asks about the item; empty for one that another room asks. */
    public Optional<Item> item(DemandItem item) {
        return items.stream().filter(one -> one.item() == item).findFirst();
    }

    /** The words of an answer; the code itself where the rule does not know it. */
    public String word(DemandItem item, String code, Locale locale) {
        return item(item)
                .flatMap(one -> one.choice(code))
                .map(choice -> choice.name().in(locale))
                .orElse(code);
    }

    /** The number of the band of an age, from 0. */
    int band(int age) {
        return band(ageBands, age);
    }

    /** The number of the band of the years since the first injection, from 0. */
    int injectionBand(int since) {
        return band(injectionBands, since);
    }

    /** The bands of ages as they stand in a table, from {@code 0-14} to {@code 65+}. */
    List<String> bandNames() {
        return names(ageBands);
    }

    /** The bands of the years since the first injection. */
    List<String> injectionBandNames() {
        return names(injectionBands);
    }

    private static int band(List<Integer> firsts, int years) {
        return (int) firsts.stream().filter(first -> years >= first).count();
    }

    private static List<String> names(List<Integer> firsts) {
        return IntStream.rangeClosed(0, firsts.size())
                .mapToObj(band -> {
                    var first = band == 0 ? 0 : firsts.get(band - 1);
                    return band == firsts.size() ? first + "+" : first + "-" + (firsts.get(band) - 1);
                })
                .toList();
    }

    private void check() {
        var seen = EnumSet.noneOf(DemandItem.class);
        for (var item : items) {
            hold(seen.add(item.item()), "Twice: " + item.item());
            hold(item.section().lockable() || item.section() == Section.ADMINISTRATIVE, "No such section");
            var codes = new HashSet<String>();
            item.choices().forEach(choice -> hold(codes.add(choice.code()), "Twice in a list: " + choice.code()));
            hold(codes.contains(notKnown), "A list does not know " + notKnown + ": " + item.item());
        }
        hold(OpenCentre.COUNTRY_PROFILES.contains(addedIn), "No such country profile: " + addedIn);
        hold(contactMonths > 0 && intakeDays > 0 && smallestShown > 0 && mostAge > 0, "A limit makes no sense");
        follow(ageBands);
        follow(injectionBands);
        hold(tables.stream().map(Table::number).distinct().count() == tables.size(), "Twice the same table");
    }

    private static void follow(List<Integer> firsts) {
        var before = 0;
        for (var first : firsts) {
            hold(first > before, "Bands follow one another");
            before = first;
        }
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
