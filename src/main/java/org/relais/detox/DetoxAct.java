package org.relais.detox;

import java.util.Locale;

/** What is done with a withdrawal. */
public enum DetoxAct {
    START,
    SUSPEND,
    RESUME,
    END;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.act." + name().toLowerCase(Locale.ROOT);
    }
}
