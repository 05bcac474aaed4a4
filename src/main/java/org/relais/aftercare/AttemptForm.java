package org.relais.aftercare;

import java.util.Locale;

/** How somebody tried to reach the person. */
public enum AttemptForm {
    PHONE,
    MESSAGE,
    VISIT,
    LETTER,
    VIDEO,
    ON_SITE;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.form." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
