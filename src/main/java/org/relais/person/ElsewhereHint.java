package org.relais.person;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * That one record exists at a centre that is not the searcher's; nothing more.
 *
 * @param person for asking that centre; shown to nobody
 */
public record ElsewhereHint(PersonId person, CentreId centre) {}
