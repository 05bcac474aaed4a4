package org.relais.assessment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One question of an instrument.
 *
 * @param code the name of the item in stored results and the field at which a wrong value is refused
 * @param title a few words
 * @param hint what to ask or to look at; null where the title says it
 * @param values every allowed value, ascending, often with gaps: a value that is not listed is refused
 * @param skippedWhen when any of these holds the item may be left out and counts 0
 * @param derivedFrom how the value follows from a measurement; null for most items
 */
public record InstrumentItem(
        String code,
        LocalText title,
        @Nullable LocalText hint,
        List<ItemValue> values,
        List<SumAtMost> skippedWhen,
        @Nullable Derivation derivedFrom) {

    /**
     * One allowed value.
     *
     * @param anchor what the value means, in a few words; null for a step between two anchors
     */
    public record ItemValue(int value, @Nullable LocalText anchor) {}

    /** Holds when every named item is answered or itself skipped, and together they are at most this. */
    public record SumAtMost(List<String> items, int atMost) {

        public SumAtMost {
            items = Must.beFilled(items, "items of a skip condition");
        }

        boolean holds(Map<String, Integer> counted) {
            return counted.keySet().containsAll(items)
                    && items.stream().mapToInt(counted::get).sum() <= atMost;
        }
    }

    public InstrumentItem {
        Must.beCode(code, "an item");
        Must.bePresent(title, "title of " + code);
        values = Must.beFilled(values, "values of " + code);
        skippedWhen = Must.orNone(skippedWhen);
    }

    public boolean allows(int value) {
        return values.stream().anyMatch(allowed -> allowed.value() == value);
    }

    /** The values in order, such as {@code [0, 1, 3, 5]}. */
    public List<Integer> allowed() {
        return values.stream().map(ItemValue::value).toList();
    }

    public int highest() {
        return values.getLast().value();
    }

    boolean skipped(Map<String, Integer> counted) {
        return skippedWhen.stream().anyMatch(condition -> condition.holds(counted));
    }
}
