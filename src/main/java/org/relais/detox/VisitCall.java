package org.relais.detox;

import java.util.Locale;

/** Whom the result of a visit calls for. */
public enum VisitCall {
    /** A physician sees the person the same day. */
    PHYSICIAN,
    /** The person is sent to emergency care. */
    EMERGENCY;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.call." + name().toLowerCase(Locale.ROOT);
    }
}
