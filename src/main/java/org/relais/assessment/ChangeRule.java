package org.relais.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.relais.shared.Severity;

/**
 * Something that must be seen when a total moved against those before it.
 *
 * @param code the name of the alert
 * @param by how far the total must have moved
 * @param withinMinutes how far back the earlier totals reach
 */
public record ChangeRule(
        String code,
        Direction direction,
        int by,
        Reference comparedWith,
        int withinMinutes,
        Severity severity,
        LocalText text) {

    /** Which way the total moved. */
    public enum Direction {
        RISE,
        FALL
    }

    /** What the total is compared with. */
    public enum Reference {
        /** The middle one of the earlier totals, of an even number the mean of the middle two. */
        MEDIAN,
        /** The lowest of the earlier totals for a rise, the highest for a fall. */
        EXTREME
    }

    /** An earlier total with its moment. */
    record Earlier(int total, Instant at) {}

    public ChangeRule {
        Must.beCode(code, "a change");
        Must.bePresent(direction, "direction of change " + code);
        Must.bePresent(comparedWith, "comparedWith of change " + code);
        Must.bePresent(severity, "severity of change " + code);
        Must.bePresent(text, "text of change " + code);
        Must.hold(by > 0 && withinMinutes > 0, "The change " + code + " moves by nothing or within no time");
    }

    /** Whether a total at this moment moved far enough against the earlier ones; their order does not matter. */
    boolean fires(int total, Instant at, List<Earlier> earlier) {
        var since = at.minus(Duration.ofMinutes(withinMinutes));
        var totals = earlier.stream()
                .filter(one -> !one.at().isBefore(since) && one.at().isBefore(at))
                .map(Earlier::total)
                .sorted()
                .toList();
        if (totals.isEmpty()) {
            return false;
        }
        // Twice the reference, so that the mean of two totals stays whole
        int reference =
                switch (comparedWith) {
                    case MEDIAN -> totals.get((totals.size() - 1) / 2) + totals.get(totals.size() / 2);
                    case EXTREME -> 2 * (direction == Direction.RISE ? totals.getFirst() : totals.getLast());
                };
        int moved = direction == Direction.RISE ? 2 * total - reference : reference - 2 * total;
        return moved >= 2 * by;
    }
}
