package org.relais.agenda;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a person's past appointments, the latest first, cut to what the grant shows.
 *
 * @param next where to read on; null when there are no older ones
 */
public record PastAppointments(
        List<SeenAppointment> rows, @Nullable AppointmentCursor next) {
    public PastAppointments {
        rows = List.copyOf(rows);
    }
}
