package org.relais.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.relais.assessment.BandProfile.Band;
import org.relais.assessment.InstrumentItem.ItemValue;
import org.relais.assessment.InstrumentItem.SumAtMost;

/** What must hold between the parts of an instrument file before a single score may come from it. */
final class InstrumentCheck implements Consumer<Instrument> {

    @Override
    public void accept(Instrument instrument) {
        Must.beDistinct(instrument.items().stream().map(InstrumentItem::code).toList(), "the items");
        var earlier = new ArrayList<String>();
        for (var item : instrument.items()) {
            checkValues(item);
            checkPreset(item);
            checkSkips(item, item.skippedWhen(), earlier);
            checkSkips(item, item.closedWhen(), earlier);
            checkDerivation(item);
            earlier.add(item.code());
        }
        checkTotal(instrument);
        checkParts(instrument);
        checkProfiles(instrument);
        checkOutcomes(instrument);
        checkAlerts(instrument);
        checkSeries(instrument);
        checkCodes(instrument);
    }

    private static void checkValues(InstrumentItem item) {
        if (item.range() != null) {
            return;
        }
        var values = item.allowed();
        Must.hold(values.getFirst() >= 0, "Negative value in " + item.code());
        for (int i = 1; i < values.size(); i++) {
            Must.hold(values.get(i - 1) < values.get(i), "The values of " + item.code() + " do not ascend: " + values);
        }
        var anchored = item.values().stream()
                .map(ItemValue::anchor)
                .filter(Objects::nonNull)
                .count();
        Must.hold(
                anchored == 0
                        || (item.values().getFirst().anchor() != null
                                && item.values().getLast().anchor() != null),
                "The lowest or the highest value of " + item.code() + " has no anchor while others have");
    }

    private static void checkPreset(InstrumentItem item) {
        item.preset()
                .values()
                .forEach(value ->
                        Must.hold(item.allows(value), "The preset of " + item.code() + " is not allowed: " + value));
    }

    private static void checkSkips(InstrumentItem item, List<SumAtMost> conditions, List<String> earlier) {
        for (var condition : conditions) {
            // Looking back only, so that one pass in the order of the form decides and no circle can arise.
            Must.hold(
                    earlier.containsAll(condition.items()),
                    "The skip condition of " + item.code() + " names items that do not come before it: "
                            + condition.items());
        }
    }

    private static void checkDerivation(InstrumentItem item) {
        var derivation = item.derivedFrom();
        if (derivation != null) {
            derivation
                    .steps()
                    .forEach(step -> Must.hold(
                            item.allows(step.value()),
                            "The derivation of " + item.code() + " gives a value that is not allowed: "
                                    + step.value()));
        }
    }

    private static void checkTotal(Instrument instrument) {
        var maximum = instrument.maximum();
        if (maximum == null) {
            Must.hold(
                    instrument.profiles().isEmpty()
                            && instrument.actions().isEmpty()
                            && instrument.changes().isEmpty(),
                    "Bands, actions and changes need a total, and there is no maximum");
            return;
        }
        var sum = counting(instrument).mapToInt(InstrumentItem::most).sum();
        Must.hold(sum == maximum, "The maximum says " + maximum + " but the items add up to " + sum);
        var minimum = counting(instrument).mapToInt(InstrumentItem::least).sum();
        Must.beDistinct(instrument.profiles().stream().map(BandProfile::code).toList(), "the profiles");
        instrument.profiles().forEach(profile -> checkBands(profile.code(), profile.bands(), minimum, maximum));
        checkActions(instrument, minimum, maximum);
    }

    private static Stream<InstrumentItem> counting(Instrument instrument) {
        return instrument.items().stream().filter(InstrumentItem::counts);
    }

    private static void checkBands(String of, List<Band> bands, int minimum, int maximum) {
        Must.beDistinct(bands.stream().map(Band::code).toList(), "the bands");
        int next = minimum;
        for (var band : bands) {
            Must.hold(
                    band.from() == next,
                    "The bands of " + of + " leave a gap or overlap: " + band.code() + " begins at " + band.from()
                            + ", not at " + next);
            next = band.to() + 1;
        }
        Must.hold(next == maximum + 1, "The bands of " + of + " end at " + (next - 1) + ", the maximum is " + maximum);
    }

    private static void checkParts(Instrument instrument) {
        Must.beDistinct(instrument.parts().stream().map(SubScore::code).toList(), "the sub-scores");
        for (var part : instrument.parts()) {
            var items = part.items().stream()
                    .map(code -> instrument
                            .item(code)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "The sub-score " + part.code() + " names an item that does not exist: " + code)))
                    .toList();
            if (!part.bands().isEmpty()) {
                checkBands(
                        part.code(),
                        part.bands(),
                        part.of(items.stream().mapToInt(InstrumentItem::least)),
                        part.of(items.stream().mapToInt(InstrumentItem::most)));
            }
        }
    }

    private static void checkProfiles(Instrument instrument) {
        var applies = instrument.profiles().stream()
                .flatMap(profile -> profile.appliesTo().stream())
                .toList();
        Must.beDistinct(applies, "what the profiles apply to");
        Must.hold(
                applies.isEmpty() == (instrument.profileBy() == null),
                "A profile is chosen by something that no profile applies to, or the other way round");
    }

    private static void checkOutcomes(Instrument instrument) {
        var outcomes = instrument.outcomes();
        Must.beDistinct(outcomes.stream().map(Outcome::code).toList(), "the outcomes");
        Must.hold(
                outcomes.isEmpty() || instrument.profiles().isEmpty(),
                "Either bands or outcomes decide on the result, not both");
        for (var outcome : outcomes) {
            Must.hold(
                    outcome.when().isEmpty() == (outcome == outcomes.getLast()),
                    "Only the last outcome is without condition: " + outcome.code());
            checkConditions(instrument, "outcome " + outcome.code(), outcome.when());
        }
    }

    private static void checkAlerts(Instrument instrument) {
        Must.beDistinct(
                Stream.concat(
                                instrument.alerts().stream().map(ItemAlert::code),
                                Stream.concat(
                                        instrument.changes().stream().map(ChangeRule::code),
                                        Stream.of(Repetition.EARLY)))
                        .toList(),
                "the alerts");
        instrument.alerts().forEach(alert -> checkConditions(instrument, "alert " + alert.code(), alert.when()));
    }

    private static void checkConditions(Instrument instrument, String of, List<List<ItemCondition>> alternatives) {
        alternatives.stream()
                .flatMap(Collection::stream)
                .forEach(condition -> condition
                        .anyOf()
                        .forEach(code -> Must.hold(
                                instrument
                                        .item(code)
                                        .filter(item -> reachable(item, condition))
                                        .isPresent(),
                                "The " + of + " waits for " + code + " to be " + limits(condition)
                                        + ", which it never is")));
    }

    private static boolean reachable(InstrumentItem item, ItemCondition condition) {
        var range = item.range();
        return range == null
                ? item.allowed().stream().anyMatch(condition::allows)
                : IntStream.of(range.lowest(), range.highest()).anyMatch(condition::allows);
    }

    private static String limits(ItemCondition condition) {
        var lower = condition.atLeast() == null ? "" : "at least " + condition.atLeast();
        var upper = condition.atMost() == null ? "" : "at most " + condition.atMost();
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and " + upper;
    }

    private static void checkActions(Instrument instrument, int minimum, int maximum) {
        Must.beDistinct(instrument.actions().stream().map(ActionThreshold::code).toList(), "the actions");
        for (var action : instrument.actions()) {
            Must.hold(
                    Stream.of(action.atLeast(), action.atMost())
                            .filter(Objects::nonNull)
                            .allMatch(limit -> minimum <= limit && limit <= maximum),
                    "The action " + action.code() + " waits for a total that is never reached: " + action.atLeast());
        }
    }

    private static void checkSeries(Instrument instrument) {
        var series = instrument.seriesBy();
        Must.hold(
                series == null
                        || instrument
                                .item(series)
                                .filter(item -> item.range() == null && item.required())
                                .isPresent(),
                "The courses are told apart by an item that is not there, not a choice or not required: " + series);
    }

    private static void checkCodes(Instrument instrument) {
        var codes = Stream.concat(
                        Stream.of(instrument.loinc().panel(), instrument.loinc().total()),
                        instrument.items().stream().map(InstrumentItem::loinc))
                .filter(Objects::nonNull)
                .toList();
        Must.beDistinct(codes, "the LOINC codes");
        Must.hold(
                codes.containsAll(instrument.loinc().unverified()),
                "A code is called unverified that is not used: "
                        + instrument.loinc().unverified());
    }
}
