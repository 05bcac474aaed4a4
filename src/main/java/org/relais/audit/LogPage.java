package org.relais.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the access log, newest first.
 *
 * @param next where to read on; null when there is nothing more
 * @param cutShort whether reading stopped before the page was full, because few rows are what was asked for; {@code
 *     next} then tells how far back it came
 */
public record LogPage(List<LoggedAccess> rows, @Nullable LogCursor next, boolean cutShort) {

    public LogPage {
        rows = List.copyOf(rows);
    }
}
