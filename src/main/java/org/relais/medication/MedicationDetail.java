package org.relais.medication;

/** The names under which an entry of this room carries what its decoration draws. */
public final class MedicationDetail {

    public static final String DRUG = "drug";
    public static final String STRENGTH = "strength";
    public static final String ROUTE = "route";
    public static final String UNIT = "unit";
    public static final String REGIMEN = "regimen";
    public static final String INDICATION = "indication";
    public static final String REPLACES = "replaces";
    public static final String OVERRIDE = "override";
    public static final String OVERRIDE_TEXT = "overrideText";
    public static final String OUTCOME = "outcome";
    public static final String DOSE = "dose";
    public static final String ORDERED = "ordered";
    public static final String REASON = "reason";
    public static final String SLOT = "slot";
    public static final String KIND = "kind";
    public static final String EFFECT = "effect";

    private MedicationDetail() {}
}
