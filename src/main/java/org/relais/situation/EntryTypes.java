package org.relais.situation;

/** The types of the entries that the room leaves in the record. */
public final class EntryTypes {

    /** A rating of needs was signed. */
    public static final String NEEDS = "situation.needs";

    /** Something was done about a need. */
    public static final String NEED_ANSWERED = "situation.need-answered";

    /** A state was told, or corrected. */
    public static final String STATE = "situation.state";

    /** The budget of a month was told. */
    public static final String BUDGET = "situation.budget";

    /** A right or benefit moved on. */
    public static final String RIGHT = "situation.right";

    private EntryTypes() {}
}
