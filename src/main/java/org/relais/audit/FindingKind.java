package org.relais.audit;

import java.util.Locale;

/** What was done to the log. */
public enum FindingKind {
    /** A row says something else than when it was written. */
    CHANGED,
    /** A row says something else, and its own hash was made to fit. */
    REHASHED,
    /** A row and the epoch that holds it were changed so that they fit each other. */
    EPOCH_REWRITTEN,
    /** A sealed row is gone. */
    DELETED,
    /** Rows were gone before they were sealed. */
    TRUNCATED,
    /** The newest epochs are gone. */
    EPOCHS_REMOVED,
    /** A row claims a time long before it was sealed. */
    BACKDATED,
    /** Rows have changed places. */
    SWAPPED,
    /** A row stands there twice. */
    DUPLICATED,
    /** An older state stands in the place of the log. */
    ROLLED_BACK,
    /** A signature or a key is not the one that sealed. */
    KEY_REPLACED,
    /** Two epochs have one number. */
    FORKED;

    /** The key of its words in the bundles. */
    public String key() {
        return "audit.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
