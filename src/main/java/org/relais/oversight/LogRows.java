package org.relais.oversight;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.audit.LogCount;
import org.relais.audit.LogCursor;

/**
 * One page of the desk's list, newest first.
 *
 * @param next where to read on; null when there is nothing more
 * @param cutShort whether the search stopped before the page was full; {@code next} tells how far back it came
 * @param count with the first page, how many rows there are; null when that cannot be told without reading them all
 */
public record LogRows(
        List<LogRow> rows,
        @Nullable LogCursor next,
        boolean cutShort,
        @Nullable LogCount count) {

    public LogRows {
        rows = List.copyOf(rows);
    }
}
