package org.relais.medication;

import java.math.BigDecimal;
import java.time.LocalTime;

/** One dose at one time of the day, by the clock of the centre. */
public record DoseTime(LocalTime at, BigDecimal dose) {}
