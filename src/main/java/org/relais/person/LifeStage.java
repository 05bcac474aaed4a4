package org.relais.person;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * What instruments and limits ask about a person before they are applied.
 *
 * @param birthYear when only the year is known
 * @param pregnant whether an alert for a pregnancy is in force
 * @param gender what the person says of themselves; null while it was not asked
 */
public record LifeStage(
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        boolean pregnant,
        @Nullable Gender gender) {

    static final LifeStage UNKNOWN = new LifeStage(null, null, false, null);

    /** The age in completed years, the lowest possible one when only the year is known; empty when neither is. */
    public OptionalInt age(LocalDate on) {
        if (birthDate != null) {
            return OptionalInt.of(Period.between(birthDate, on).getYears());
        }
        return birthYear == null
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(LocalDate.of(birthYear, Month.DECEMBER, 31), on)
                        .getYears());
    }
}
