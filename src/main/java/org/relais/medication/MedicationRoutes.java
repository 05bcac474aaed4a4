package org.relais.medication;

/** The paths of the pages about medication, for links from any room. */
public final class MedicationRoutes {

    /** The medication round of a unit. */
    public static final String ROUND = "medication-round";

    /** The section of the record page that holds a person's medication. */
    public static final String SECTION = "medication";

    private MedicationRoutes() {}
}
