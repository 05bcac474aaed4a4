package org.relais.agenda;

import java.time.Instant;

import org.relais.shared.AppointmentId;

/** A place in a list by time: rows after it, read backwards, began earlier, or at the same time with a smaller id. */
public record AppointmentCursor(Instant startsAt, AppointmentId id) {}
