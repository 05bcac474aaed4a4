package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * Sets the day of the next review.
 *
 * @param expectedVersion of the day on the screen; 0 when there was none
 */
public record ScheduleReview(CentreId centre, @Nullable LocalDate dueOn, int expectedVersion) {}
