package org.relais.indicator;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/**
 * Where something counts.
 *
 * @param unit null for what belongs to no unit of the centre
 */
public record Place(CentreId centre, @Nullable UnitId unit) {}
