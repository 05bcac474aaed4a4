package org.relais.detox;

import java.util.Locale;

/** Why a due observation was not made. */
public enum OmissionKind {
    /** The person refused; they are asked again within the hour. */
    REFUSED,
    /** The person slept, could be roused and their last result allowed to let them sleep. */
    ASLEEP;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.omission." + name().toLowerCase(Locale.ROOT);
    }
}
