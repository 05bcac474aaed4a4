package org.relais.medication;

import java.time.LocalDate;
import java.time.LocalTime;

/** Day and time of a scheduled dose, on the centre's clock. */
public record SlotName(LocalDate day, LocalTime time) {}
