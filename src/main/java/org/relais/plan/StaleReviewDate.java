package org.relais.plan;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaleVersion;

/** The day of the next review was changed by somebody else meanwhile. Carries what it is now; nothing was stored. */
public class StaleReviewDate extends StaleVersion {

    private final transient @Nullable ReviewDate stored;

    StaleReviewDate(@Nullable ReviewDate stored) {
        this.stored = stored;
    }

    /** What it is now; null when there is none. */
    public @Nullable ReviewDate stored() {
        return stored;
    }
}
