package org.relais.agenda;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * One appointment of a person: that there is one, and, for those who may know, what it is.
 *
 * @param row null where only its existence shows
 */
public record SeenAppointment(
        Instant startsAt,
        Instant endsAt,
        CentreId centre,
        @Nullable AppointmentRow row) {}
