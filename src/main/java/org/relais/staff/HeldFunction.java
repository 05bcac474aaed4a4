package org.relais.staff;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * A function somebody holds in a centre for a time.
 *
 * @param until the last day, inclusive; null when none is set
 */
public record HeldFunction(
        StaffFunction function,
        CentreId centre,
        LocalDate from,
        @Nullable LocalDate until) {}
