package org.relais.reintegration;

import java.util.Locale;

/** How somebody outside was asked or reminded. */
public enum ContactWay {
    CALL,
    MAIL,
    LETTER,
    VISIT;

    /** The key of its word in the bundles. */
    public String key() {
        return "reintegration.contact.way." + name().toLowerCase(Locale.ROOT);
    }
}
