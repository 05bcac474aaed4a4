package org.relais.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file that is not taken in, and why.
 *
 * @param row its number as a spreadsheet counts, the heads being row 1
 * @param column the column that is refused; null when it is the row
 * @param key the reason, in the bundles
 */
public record RejectedRow(int row, @Nullable PartnerField column, String key, List<Object> arguments) {

    public RejectedRow {
        arguments = List.copyOf(arguments);
    }
}
