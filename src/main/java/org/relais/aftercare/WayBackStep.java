package org.relais.aftercare;

import java.util.Locale;

/** What happened on a way back, as its entries in the record tell it. */
public enum WayBackStep {
    OPENED,
    SEEN,
    PLAN_REVISED,
    PARTNER_TOLD,
    ENDED;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
