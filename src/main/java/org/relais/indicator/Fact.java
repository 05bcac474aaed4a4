package org.relais.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * How one thing counts in one figure: an exit, an appointment, a goal that was closed. A thing that counts over a time,
 * such as a stay of many nights, is two facts: one that begins to count on its first day and one that takes it back on
 * the day from which it counts no more.
 *
 * @param figure the code of an indicator, such as {@code K3}, or of what is told beside it, such as
 *     {@code K7_LATE_CANCEL}
 * @param source what counts: the id of a row of the room that contributes it; counted once a figure and day
 * @param unit null where it belongs to no unit of the centre
 * @param person null where it is about nobody, such as a bed
 * @param day the service day of the centre on which it counts
 * @param numerator how much it adds above the line; negative where it takes back
 * @param denominator the same below the line
 * @param amount the measured amount in whole units, such as days of a stay; null where nothing is measured
 */
public record Fact(
        String figure,
        UUID source,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable PersonId person,
        LocalDate day,
        int numerator,
        int denominator,
        @Nullable Integer amount) {

    public Fact {
        if (amount != null && amount < 0) {
            throw new IllegalArgumentException("An amount is counted from 0");
        }
    }
}
