package org.relais.oversight;

import java.util.Locale;

/** How a person gets their own report. */
public enum Handover {
    /** Handed over at the centre. */
    IN_PERSON,
    /** Sent by post to the address the person gave. */
    POST,
    /** Read together at the screen, then handed over. */
    READ_TOGETHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "oversight.own.handover." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
