package org.relais.assessment;

import java.util.Locale;

/** The level of consciousness on the ACVPU scale (domain reference A.12). */
public enum Consciousness {
    ALERT,
    /** New confusion, not a lasting one. */
    CONFUSION,
    /** Responds to voice. */
    VOICE,
    /** Responds to pain. */
    PAIN,
    UNRESPONSIVE;

    /** The key of its name in the bundles. */
    public String key() {
        return "assessment.consciousness." + name().toLowerCase(Locale.ROOT);
    }
}
