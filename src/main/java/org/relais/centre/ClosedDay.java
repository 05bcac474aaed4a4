package org.relais.centre;

import java.time.LocalDate;

import org.relais.shared.CentreId;

/** A day on which a centre is closed beside weekends and public holidays. */
public record ClosedDay(CentreId centre, LocalDate day, String reason) {}
