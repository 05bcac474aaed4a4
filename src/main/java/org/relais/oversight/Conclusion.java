package org.relais.oversight;

import java.util.Locale;

/** What an auditor concludes of an access. */
public enum Conclusion {
    JUSTIFIED,
    TO_FOLLOW_UP;

    /** The key of its word in the bundles. */
    public String key() {
        return "oversight.conclusion." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
