package org.relais.ultrarapid;

import org.relais.shared.CentreId;
import org.relais.shared.UltraRapidProcedureId;

/**
 * Begins an ultra-rapid detox.
 *
 * @param id given by the screen; beginning it again changes nothing
 */
public record StartUltraRapid(UltraRapidProcedureId id, CentreId centre) {}
