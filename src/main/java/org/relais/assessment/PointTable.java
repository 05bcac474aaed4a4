package org.relais.assessment;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a measured value becomes points. The ranges cover every value once; both ends of a range belong to it, and the
 * next one begins one step further.
 *
 * @param step the finest difference that is scored, such as 0.1 for the temperature
 * @param ranges ascending; the first has no lower end, the last no upper one
 */
public record PointTable(BigDecimal step, List<PointRange> ranges) {

    /**
     * @param from the lowest value of the range; null for no lower end
     * @param to the highest value of the range; null for no upper end
     */
    public record PointRange(
            @Nullable BigDecimal from, @Nullable BigDecimal to, int points) {

        boolean contains(BigDecimal value) {
            return (from == null || from.compareTo(value) <= 0) && (to == null || value.compareTo(to) <= 0);
        }
    }

    public PointTable {
        Must.hold(step != null && step.signum() > 0, "A point table has no step");
        ranges = Must.beFilled(ranges, "ranges of a point table");
        Must.hold(ranges.getFirst().from() == null, "The first range of a point table has a lower end");
        Must.hold(ranges.getLast().to() == null, "The last range of a point table has an upper end");
        for (int i = 0; i < ranges.size(); i++) {
            var range = ranges.get(i);
            Must.hold(range.points() >= 0, "Negative points in a point table");
            var from = range.from();
            var to = range.to();
            Must.hold(from == null || to == null || from.compareTo(to) <= 0, "A range ends before it begins: " + from);
            var before = i == 0 ? null : ranges.get(i - 1).to();
            Must.hold(
                    i == 0
                            || (before != null
                                    && from != null
                                    && before.add(step).compareTo(from) == 0),
                    "A point table leaves a gap or overlaps between " + before + " and " + from);
        }
    }

    /** Whether the value lies on a step and can therefore be scored without rounding. */
    boolean measures(BigDecimal value) {
        return value.remainder(step).signum() == 0;
    }

    int pointsFor(BigDecimal value) {
        return ranges.stream()
                .filter(range -> range.contains(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Between two steps: " + value))
                .points();
    }

    int highest() {
        return ranges.stream().mapToInt(PointRange::points).max().orElseThrow();
    }
}
