package org.relais.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * One line of the list behind a figure.
 *
 * @param person null where it is about nobody, such as a bed
 * @param day the day on which it counts; of what lasts, the first day it counted within the period
 * @param numerator what it adds above the line; of what lasts, its nights within the period
 * @param denominator the same below the line
 */
public record CountedFact(
        UUID source,
        Place place,
        @Nullable PersonId person,
        LocalDate day,
        long numerator,
        long denominator,
        @Nullable Integer amount) {}
