package org.relais.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.InstrumentItem.ItemValue;

/** What must hold between the parts of an instrument file before a single score may come from it. */
final class InstrumentCheck implements Consumer<Instrument> {

    @Override
    public void accept(Instrument instrument) {
        Must.beDistinct(instrument.items().stream().map(InstrumentItem::code).toList(), "the items");
        var earlier = new ArrayList<String>();
        for (var item : instrument.items()) {
            checkValues(item);
            checkSkips(item, earlier);
            checkDerivation(item);
            earlier.add(item.code());
        }
        checkMaximum(instrument);
        Must.beDistinct(instrument.profiles().stream().map(BandProfile::code).toList(), "the profiles");
        instrument.profiles().forEach(profile -> checkBands(profile, instrument.maximum()));
        checkAlerts(instrument);
        checkActions(instrument);
    }

    private static void checkValues(InstrumentItem item) {
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

    private static void checkSkips(InstrumentItem item, List<String> earlier) {
        for (var condition : item.skippedWhen()) {
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

    private static void checkMaximum(Instrument instrument) {
        var sum = instrument.items().stream().mapToInt(InstrumentItem::highest).sum();
        Must.hold(
                sum == instrument.maximum(),
                "The maximum says " + instrument.maximum() + " but the items add up to " + sum);
    }

    private static void checkBands(BandProfile profile, int maximum) {
        Must.beDistinct(profile.bands().stream().map(BandProfile.Band::code).toList(), "the bands");
        int next = 0;
        for (var band : profile.bands()) {
            Must.hold(
                    band.from() == next,
                    "The bands of " + profile.code() + " leave a gap or overlap: " + band.code() + " begins at "
                            + band.from() + ", not at " + next);
            next = band.to() + 1;
        }
        Must.hold(
                next == maximum + 1,
                "The bands of " + profile.code() + " end at " + (next - 1) + ", the maximum is " + maximum);
    }

    private static void checkAlerts(Instrument instrument) {
        Must.beDistinct(instrument.alerts().stream().map(ItemAlert::code).toList(), "the alerts");
        for (var alert : instrument.alerts()) {
            for (var condition :
                    alert.when().stream().flatMap(Collection::stream).toList()) {
                for (var code : new HashSet<>(condition.anyOf())) {
                    var item = instrument.item(code).orElse(null);
                    Must.hold(
                            reachable(item, condition.atLeast()),
                            "The alert " + alert.code() + " waits for " + code + " to be at least "
                                    + condition.atLeast() + ", which it never is");
                }
            }
        }
    }

    private static boolean reachable(@Nullable InstrumentItem item, int atLeast) {
        return item != null && atLeast <= item.highest();
    }

    private static void checkActions(Instrument instrument) {
        Must.beDistinct(instrument.actions().stream().map(ActionThreshold::code).toList(), "the actions");
        for (var action : instrument.actions()) {
            Must.hold(
                    action.atLeast() >= 0 && action.atLeast() <= instrument.maximum(),
                    "The action " + action.code() + " waits for a total that is never reached: " + action.atLeast());
        }
    }
}
