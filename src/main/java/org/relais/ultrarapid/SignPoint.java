package org.relais.ultrarapid;

import org.relais.shared.CentreId;
import org.relais.shared.UltraRapidPointId;

/**
 * Signs that a point of the checklist holds.
 *
 * @param id given by the screen; signing it again changes nothing
 * @param centre where it is prepared
 * @param point the code of the point
 */
public record SignPoint(UltraRapidPointId id, CentreId centre, String point) {}
