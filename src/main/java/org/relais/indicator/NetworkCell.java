package org.relais.indicator;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** What one figure came to in one centre, or in all of them together, over a calendar span. */
public sealed interface NetworkCell {

    /**
     * A figure that is shown.
     *
     * @param value in percent, or the median in days; one decimal; null where nothing stands below the line
     * @param numerator above the line; of what is measured, 0
     * @param denominator below the line; of what is measured, how many were
     * @param mean in days, one decimal; null where nothing is measured
     * @param ninthDecile in days; null where nothing is measured, and where so few lie above it that it tells of them
     */
    record Shown(
            @Nullable BigDecimal value,
            long numerator,
            long denominator,
            @Nullable BigDecimal mean,
            @Nullable Integer ninthDecile)
            implements NetworkCell {}

    /** Small, or it would give away one that is. */
    record Hidden() implements NetworkCell {}

    /** Its quarter is not over, or its things cannot be counted yet. */
    record Open() implements NetworkCell {}
}
