package org.relais.centre;

/** What a centre mainly offers. */
public enum CentreKind {
    INPATIENT_DETOX,
    RESIDENTIAL,
    OUTPATIENT,
    LOW_THRESHOLD;

    /** The key of its word in the bundles. */
    public String key() {
        return "centre.kind." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
