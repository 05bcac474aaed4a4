package org.relais.episode;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * Narrows the waiting list.
 *
 * @param centre null: every centre of the scope
 * @param after the last row of the page before; null: the first page
 */
public record WaitingFilter(
        @Nullable CentreId centre, @Nullable WaitingRow after) {

    /** Everybody who waits in the centres of the scope. */
    public static WaitingFilter all() {
        return new WaitingFilter(null, null);
    }
}
