package org.relais.episode;

import org.relais.shared.CentreId;

/** How a bed of the centre stands, or for whom it is kept, has changed; told within the transaction. */
public record BedsChanged(CentreId centre) {}
