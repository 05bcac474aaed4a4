package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether a dose may be given from an order now: which one, or every reason why not.
 *
 * @param dose what the order says for now; null when it says nothing, which is among the obstacles
 * @param callPhysician whether the order wants the physician called as well
 * @param scale the result it rests on
 * @param given of the drug within the window
 * @param maximum of the drug within the window
 * @param obstacles why not, in a stable order; empty when it may be given
 * @param possibleAt from when on, if nothing changes but the time, a new scale then where the old one is too old; null
 *     when time alone does not help
 */
public record DoseProposal(
        @Nullable BigDecimal dose,
        boolean callPhysician,
        DoseFacts.@Nullable ScaleResult scale,
        BigDecimal given,
        BigDecimal maximum,
        List<Obstacle> obstacles,
        @Nullable Instant possibleAt) {

    public DoseProposal {
        obstacles = List.copyOf(obstacles);
    }

    /** Whether the dose may be given. */
    public boolean possible() {
        return obstacles.isEmpty() && dose != null;
    }

    /** Whether all that lacks is the sedation, which whoever gives it sees. */
    public boolean needsSedationOnly() {
        return dose != null
                && !obstacles.isEmpty()
                && obstacles.stream()
                        .allMatch(one -> one instanceof Obstacle.NotMeasured missing
                                && missing.measure() == HoldMeasure.SEDATION);
    }

    /** Why no dose may be given. */
    public sealed interface Obstacle {

        /** The order begins later. */
        record NotYet(Instant from) implements Obstacle {}

        /** The order has ended. */
        record Ended(Instant at) implements Obstacle {}

        /** The scale was not done, or is not complete. */
        record NoScale() implements Obstacle {}

        /** The scale is older than the rule allows. */
        record ScaleTooOld(Instant at) implements Obstacle {}

        /** The order names no dose for this total. */
        record NoDoseForTotal(int total) implements Obstacle {}

        /** The last dose is too near. */
        record Interval(Instant lastAt, Instant possibleAt) implements Obstacle {}

        /** The maximum is reached, or the dose would exceed it. */
        record Maximum(
                BigDecimal given,
                @Nullable BigDecimal proposed,
                BigDecimal maximum,
                @Nullable Instant possibleAt) implements Obstacle {}

        /** A dose of the drug within the window is in another unit, so that no sum can be told. */
        record OtherUnit(String unit, Instant possibleAt) implements Obstacle {}

        /** A measure is where the order holds the dose. */
        record Held(HoldMeasure measure, BigDecimal value, BigDecimal limit) implements Obstacle {}

        /** A measure the order holds doses for was not taken, or too long ago. */
        record NotMeasured(HoldMeasure measure, @Nullable Instant lastAt) implements Obstacle {}
    }
}
