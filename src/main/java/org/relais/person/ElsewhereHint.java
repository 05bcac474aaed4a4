package org.relais.person;

import org.relais.shared.CentreId;

/** That one record exists at a centre that is not the searcher's; nothing more. */
public record ElsewhereHint(CentreId centre) {}
