package org.relais.detox;

import org.relais.shared.CentreId;

/** Something changed that the boards of the centre show; told within the transaction. */
public record WardChanged(CentreId centre) {}
