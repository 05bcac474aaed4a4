package org.relais.history;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * Whose facts come in, where, and from which system.
 *
 * @param centre the centre that takes them in; another one reads them only while the person agrees to sharing
 * @param system its name in one line, up to 120 characters, as staff will read it
 */
public record ImportOrigin(PersonId person, CentreId centre, String system) {}
