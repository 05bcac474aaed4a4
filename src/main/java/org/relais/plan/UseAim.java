package org.relais.plan;

import java.util.Locale;

/** What the person chose to aim at with their use (domain reference E.5). None of them counts for more than another. */
public enum UseAim {
    ABSTINENCE,
    REDUCTION,
    SAFER_USE,
    UNDECIDED;

    /** The key of its word in the bundles. */
    public String key() {
        return "plan.aim." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
