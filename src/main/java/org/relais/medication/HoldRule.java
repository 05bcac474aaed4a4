package org.relais.medication;

import java.math.BigDecimal;

/** The order's own limit for one measure, from which or below which the dose is held. */
public record HoldRule(HoldMeasure measure, BigDecimal limit) {}
