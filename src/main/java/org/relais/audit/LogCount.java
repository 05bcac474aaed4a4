package org.relais.audit;

/**
 * A number of rows.
 *
 * @param more whether there are more than this
 */
public record LogCount(int rows, boolean more) {}
