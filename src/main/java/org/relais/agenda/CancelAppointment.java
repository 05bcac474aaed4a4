package org.relais.agenda;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AppointmentId;

/**
 * Cancels an appointment. Whether it is late is reckoned from the rule.
 *
 * @param expectedVersion the one it was shown with
 * @param reason up to 500 characters; may be empty
 */
public record CancelAppointment(
        AppointmentId id,
        int expectedVersion,
        Reach reach,
        Canceller by,
        @Nullable String reason) {}
