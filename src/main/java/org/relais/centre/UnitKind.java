package org.relais.centre;

/** What a unit is; wards and residences have beds. */
public enum UnitKind {
    WARD(true),
    RESIDENCE(true),
    DAY_CLINIC(false),
    OUTPATIENT_TEAM(false),
    DISPENSING(false),
    DROP_IN(false);

    private final boolean inpatient;

    UnitKind(boolean inpatient) {
        this.inpatient = inpatient;
    }

    /** Whether people stay overnight, so that an episode here is inpatient. */
    public boolean inpatient() {
        return inpatient;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "centre.unit-kind." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
