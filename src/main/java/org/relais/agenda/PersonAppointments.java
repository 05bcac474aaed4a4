package org.relais.agenda;

import java.util.List;

/**
 * A person's appointments, cut to what the grant shows.
 *
 * @param upcoming the next first, cancelled ones among them
 * @param moreUpcoming whether there are later ones
 * @param past the latest first
 * @param elsewhere how many of those that lie ahead other centres keep to themselves
 */
public record PersonAppointments(
        List<SeenAppointment> upcoming, boolean moreUpcoming, PastAppointments past, int elsewhere) {
    public PersonAppointments {
        upcoming = List.copyOf(upcoming);
    }

    public boolean isEmpty() {
        return upcoming.isEmpty() && past.rows().isEmpty() && elsewhere == 0;
    }
}
