package org.relais.aftercare;

import java.util.Locale;

/** Why no contact is to be made any more. */
public enum FollowUpEnding {
    COMPLETED,
    DECLINED,
    DECEASED,
    /** Another exit from the same centre took its place. */
    REPLACED;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.ending." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
