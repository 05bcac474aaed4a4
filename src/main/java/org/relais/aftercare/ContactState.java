package org.relais.aftercare;

import java.util.Locale;

/** How a planned contact stands (domain reference F.6). */
public enum ContactState {
    OPEN,
    REACHED,
    /** Not reached, though tried on as many different days as the rule asks. */
    NOT_REACHED,
    /** The person did not want this contact. */
    DECLINED,
    DECEASED,
    /** No longer to be made: the person withdrew or died, or left another treatment since. */
    ENDED;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
