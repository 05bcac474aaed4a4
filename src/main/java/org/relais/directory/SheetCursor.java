package org.relais.directory;

import org.relais.shared.SheetId;

/** A place in the list by title: rows after it have a later title, or the same one and a greater id. */
public record SheetCursor(String title, SheetId id) {}
