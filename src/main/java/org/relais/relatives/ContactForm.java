package org.relais.relatives;

import java.util.Locale;

/** How somebody of the service and a relative spoke or wrote to each other. */
public enum ContactForm {
    /** The relative called. */
    CALL_FROM,
    /** Somebody of the service called. */
    CALL_TO,
    VISIT,
    LETTER,
    MESSAGE;

    /** The key of its word in the bundles. */
    public String key() {
        return "relatives.form." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
