package org.relais.reintegration;

/** The names under which an entry of the record carries a step as it stood at that time. */
public final class StepDetail {

    /** The type of the entries, and the kind of the tasks. */
    public static final String TYPE = "reintegration.step";

    /** A {@link StepStatus}. */
    public static final String STATUS = "status";

    /** A {@link StepStatus}; missing when the entry did not move the step. */
    public static final String STATUS_BEFORE = "statusBefore";

    /** An ISO date. */
    public static final String DUE = "due";

    /** An ISO date; missing when the entry did not change the due day. */
    public static final String DUE_BEFORE = "dueBefore";

    /** A {@link StepDomain}. */
    public static final String DOMAIN = "domain";

    /** Through whom it goes; missing when nobody outside is named. */
    public static final String PARTNER = "partner";

    /** Whether an answer from outside is awaited; missing when the entry did not change that. */
    public static final String AWAITED = "awaited";

    private StepDetail() {}
}
