package org.relais.directory;

import org.relais.shared.PartnerId;

/** A place in the list by name: rows after it have a later name, or the same one and a greater id. */
public record PartnerCursor(String name, PartnerId id) {}
