package org.relais.history;

import java.time.Instant;

import org.relais.shared.HistoryItemId;

/** A place in a list: rows after it are older, or of the same time with a smaller id. */
public record HistoryCursor(Instant listedAt, HistoryItemId id) {}
