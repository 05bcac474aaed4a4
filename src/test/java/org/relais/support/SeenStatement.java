package org.relais.support;

import java.time.Instant;
import java.util.List;

/**
 * One statement as it went to the database.
 *
 * @param source the bean name of the data source
 * @param account the database account, for example {@code relais_application}
 * @param connection tells connections apart
 * @param parameters the bound values as text, all rows of a batch
 */
public record SeenStatement(
        String source,
        String account,
        String connection,
        String thread,
        Instant time,
        String sql,
        List<String> parameters) {

    /** Whether it reads. */
    public boolean isSelect() {
        var start = sql.stripLeading();
        return start.regionMatches(true, 0, "SELECT", 0, 6) || start.regionMatches(true, 0, "WITH", 0, 4);
    }

    @Override
    public String toString() {
        return "[" + source + ", " + thread + "] " + sql;
    }
}
