package org.relais.agenda;

import java.time.LocalDate;
import java.util.List;

import org.relais.shared.AppointmentId;

/**
 * What was booked.
 *
 * @param appointments in the order of time
 * @param leftOut the days of a series on which the centre is closed
 */
public record Booked(List<AppointmentId> appointments, List<LocalDate> leftOut) {
    public Booked {
        appointments = List.copyOf(appointments);
        leftOut = List.copyOf(leftOut);
    }
}
