package org.relais.oversight;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.audit.LogCursor;

/**
 * One page of the desk's list, newest first.
 *
 * @param next where to read on; null when there is nothing more
 * @param cutShort whether the search stopped before the page was full; {@code next} tells how far back it came
 */
public record LogRows(List<LogRow> rows, @Nullable LogCursor next, boolean cutShort) {

    public LogRows {
        rows = List.copyOf(rows);
    }
}
