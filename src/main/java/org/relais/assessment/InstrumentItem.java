package org.relais.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One question of an instrument: either one of some values, or a number within a range.
 *
 * @param code the name of the item in stored results and the field at which a wrong value is refused
 * @param section a heading that begins before this item; null for most
 * @param title a few words
 * @param hint what to ask or to look at; null where the title says it
 * @param loinc the LOINC code of the question; null where none is set
 * @param scored whether it counts in the total; it does unless said otherwise
 * @param optional whether it may stay open
 * @param preset the value that is proposed in a country, by the code of its profile
 * @param values every allowed value, ascending, often with gaps: a value that is not listed is refused
 * @param range the allowed numbers, in the place of values
 * @param points what a number counts; none where it counts itself
 * @param skippedWhen when any of these holds the item may be left out and counts 0
 * @param closedWhen when any of these holds the item is not asked: an answer is refused
 * @param derivedFrom how the value follows from a measurement; null for most items
 */
public record InstrumentItem(
        String code,
        @Nullable LocalText section,
        LocalText title,
        @Nullable LocalText hint,
        @Nullable String loinc,
        @Nullable Boolean scored,
        @Nullable Boolean optional,
        Map<String, Integer> preset,
        List<ItemValue> values,
        @Nullable NumberRange range,
        List<Derivation.Step> points,
        List<SumAtMost> skippedWhen,
        List<SumAtMost> closedWhen,
        @Nullable Derivation derivedFrom) {

    /**
     * One allowed value.
     *
     * @param anchor what the value means, in a few words; null for a step between two anchors
     * @param points what it counts; null where it counts itself
     */
    public record ItemValue(
            int value, @Nullable LocalText anchor, @Nullable Integer points) {

        int counted() {
            return points == null ? value : points;
        }
    }

    /** Holds when every named item is answered or itself left out, and together they are at most this. */
    public record SumAtMost(List<String> items, int atMost) {

        public SumAtMost {
            items = Must.beFilled(items, "items of a skip condition");
        }

        boolean holds(Map<String, Integer> answered) {
            return answered.keySet().containsAll(items)
                    && items.stream().mapToInt(answered::get).sum() <= atMost;
        }
    }

    public InstrumentItem {
        Must.beCode(code, "an item");
        Must.bePresent(title, "title of " + code);
        LoincCodes.requireValid(loinc);
        scored = scored == null || scored;
        optional = optional != null && optional;
        preset = preset == null ? Map.of() : Map.copyOf(preset);
        values = range == null ? Must.beFilled(values, "values of " + code) : Must.orNone(values);
        points = Must.orNone(points);
        Must.hold(range == null || values.isEmpty(), "The item " + code + " has both values and a range");
        Must.hold(range != null || points.isEmpty(), "The points of " + code + " belong to its values");
        if (!points.isEmpty()) {
            Derivation.requireAscending(points, code);
        }
        skippedWhen = Must.orNone(skippedWhen);
        closedWhen = Must.orNone(closedWhen);
    }

    public boolean allows(int value) {
        return range == null ? values.stream().anyMatch(allowed -> allowed.value() == value) : range.contains(value);
    }

    /** The values in order, such as {@code [0, 1, 3, 5]}; none for a number. */
    public List<Integer> allowed() {
        return values.stream().map(ItemValue::value).toList();
    }

    /** The highest value that is allowed. */
    public int highest() {
        return range == null ? values.getLast().value() : range.highest();
    }

    /** What an allowed value counts where the item is scored. */
    public int counted(int value) {
        if (range != null) {
            return points.isEmpty() ? value : Derivation.of(BigDecimal.valueOf(value), points);
        }
        return values.stream()
                .filter(allowed -> allowed.value() == value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " does not allow " + value))
                .counted();
    }

    int most() {
        if (range != null) {
            return points.isEmpty()
                    ? range.highest()
                    : points.stream().mapToInt(Derivation.Step::value).max().orElseThrow();
        }
        return values.stream().mapToInt(ItemValue::counted).max().orElseThrow();
    }

    int least() {
        if (range != null) {
            return points.isEmpty()
                    ? range.lowest()
                    : points.stream().mapToInt(Derivation.Step::value).min().orElseThrow();
        }
        return skippedWhen.isEmpty() && closedWhen.isEmpty()
                ? values.stream().mapToInt(ItemValue::counted).min().orElseThrow()
                : 0;
    }

    /** Whether it must be answered unless skipped. */
    boolean required() {
        return !Boolean.TRUE.equals(optional);
    }

    boolean counts() {
        return Boolean.TRUE.equals(scored);
    }

    boolean skipped(Map<String, Integer> answered) {
        return skippedWhen.stream().anyMatch(condition -> condition.holds(answered));
    }

    boolean closed(Map<String, Integer> answered) {
        return closedWhen.stream().anyMatch(condition -> condition.holds(answered));
    }
}
