package org.relais.plan;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaleVersion;

/** Somebody signed a review, or corrected this one, meanwhile. Carries theirs, so that both can be shown; nothing was stored. */
public class StaleReview extends StaleVersion {

    private final transient @Nullable ReviewRow stored;

    StaleReview(@Nullable ReviewRow stored) {
        this.stored = stored;
    }

    /** Theirs; null when it may not be read. */
    public @Nullable ReviewRow stored() {
        return stored;
    }
}
