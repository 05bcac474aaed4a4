package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;

/**
 * What a proposal rests on.
 *
 * @param scale the latest result of the order's scale that counts; null without one
 * @param doses the doses of the drug that were given, from whatever order
 * @param measures the latest of each measure that was taken
 */
public record DoseFacts(@Nullable ScaleResult scale, List<PastDose> doses, Map<HoldMeasure, Measured> measures) {

    public DoseFacts {
        doses = List.copyOf(doses);
        measures = Map.copyOf(measures);
    }

    /** A complete scale. */
    public record ScaleResult(AssessmentId form, int total, Instant at) {}

    /** A dose that was given. */
    public record PastDose(Instant at, BigDecimal dose, String unit) {}

    /** A value and when it was found. */
    public record Measured(BigDecimal value, Instant at) {}
}
