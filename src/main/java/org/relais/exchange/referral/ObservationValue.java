package org.relais.exchange.referral;

import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/** What was observed. */
public sealed interface ObservationValue {

    /** A number, with its unit where there is one. */
    record Measured(Quantity quantity) implements ObservationValue {}

    record Coded(Concept concept) implements ObservationValue {}

    record Worded(String text) implements ObservationValue {}

    record YesOrNo(boolean yes) implements ObservationValue {}

    /** At least one bound is given. */
    record Between(@Nullable Quantity low, @Nullable Quantity high) implements ObservationValue {}

    /** A titre and the like. */
    record Ratio(@Nullable Quantity numerator, @Nullable Quantity denominator) implements ObservationValue {}

    record At(PointInTime time) implements ObservationValue {}

    record TimeOfDay(LocalTime time) implements ObservationValue {}

    record Lasting(@Nullable PointInTime start, @Nullable PointInTime end) implements ObservationValue {}
}
