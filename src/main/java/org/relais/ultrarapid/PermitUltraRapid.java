package org.relais.ultrarapid;

import java.time.LocalDate;

import org.relais.shared.CentreId;
import org.relais.shared.UltraRapidPermissionId;

/**
 * The medical director's half of a permission.
 *
 * @param id given by the screen; signing it again changes nothing
 * @param legalBasis on which law and decision it rests, up to 2,000 characters
 * @param until the last service day of the centre on which it holds
 */
public record PermitUltraRapid(UltraRapidPermissionId id, CentreId centre, String legalBasis, LocalDate until) {}
