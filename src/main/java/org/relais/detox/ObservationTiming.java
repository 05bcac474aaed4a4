package org.relais.detox;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * The allowances of the clock of observations, as read from {@code rules/observation-timing} (domain reference B.3).
 *
 * @param dueBefore from how many minutes before its time an observation is due
 * @param graces how long after its time it still counts as on time, by the interval; ascending, the last without limit
 * @param refusedAgainAfter after how many minutes at most somebody who refused is asked again
 * @param asleepBands the bands of the last result that allow to let the person sleep
 * @param omittedInRow how many missed or refused observations in a row call for help
 */
public record ObservationTiming(
        RuleHeader rule,
        int dueBefore,
        List<Grace> graces,
        int refusedAgainAfter,
        List<String> asleepBands,
        int omittedInRow)
        implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "OBSERVATION_TIMING";

    /** Where its versions are. */
    public static final RuleKind<ObservationTiming> KIND =
            new RuleKind<>("observation-timing", ObservationTiming.class, ObservationTiming::check);

    /**
     * @param upTo the longest interval, in minutes, to which it applies; null for no limit
     * @param minutes how long it lasts
     */
    public record Grace(@Nullable Integer upTo, int minutes) {}

    public ObservationTiming {
        graces = List.copyOf(graces);
        asleepBands = List.copyOf(asleepBands);
    }

    /** How long after its time an observation with this interval still counts as on time. */
    Duration grace(Duration interval) {
        return graces.stream()
                .filter(grace -> grace.upTo() == null || interval.toMinutes() <= grace.upTo())
                .findFirst()
                .map(grace -> Duration.ofMinutes(grace.minutes()))
                .orElseThrow(() -> new IllegalStateException("The last grace has no limit"));
    }

    private void check() {
        hold(dueBefore >= 0 && refusedAgainAfter > 0 && omittedInRow > 0, "An allowance is not positive");
        hold(!graces.isEmpty() && graces.getLast().upTo() == null, "The last grace is without limit");
        for (var i = 0; i < graces.size() - 1; i++) {
            var upTo = graces.get(i).upTo();
            var next = graces.get(i + 1).upTo();
            hold(upTo != null && graces.get(i).minutes() >= 0, "Only the last grace is without limit");
            hold(next == null || (upTo != null && upTo < next), "The graces do not ascend");
        }
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
