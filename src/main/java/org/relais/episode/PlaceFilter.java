package org.relais.episode;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * Narrows the list of who waits for a place.
 *
 * @param centre null: every centre of the service
 * @param priority null: every one
 * @param kind null: both
 * @param after the last row of the page before; null: the first page
 */
public record PlaceFilter(
        @Nullable CentreId centre,
        @Nullable Priority priority,
        @Nullable EpisodeKind kind,
        @Nullable PlaceWaiting after) {

    /** Everybody who waits. */
    public static PlaceFilter all() {
        return new PlaceFilter(null, null, null, null);
    }

    public PlaceFilter after(@Nullable PlaceWaiting last) {
        return new PlaceFilter(centre, priority, kind, last);
    }
}
