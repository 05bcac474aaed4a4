package org.relais.aftercare;

/** The types of the room's entries in the record, and the names under which they carry what they tell of. */
public final class AftercareDetail {

    /** The person was asked, or changed their mind. */
    public static final String ANSWER = "aftercare.answer";

    /** Somebody tried to reach the person, or reached them. */
    public static final String ATTEMPT = "aftercare.attempt";

    /** What the person said was corrected. */
    public static final String CORRECTION = "aftercare.correction";

    /** A contact was closed without the person having been reached. */
    public static final String NOT_REACHED = "aftercare.not-reached";

    /** Something on the way back after a return to use; the kind of its task too. */
    public static final String WAY_BACK = "aftercare.way-back";

    /** A {@link WayBackStep}. */
    public static final String STEP = "step";

    /** An ISO date. */
    public static final String DAY = "day";

    /** The partner who was told of it. */
    public static final String ORGANISATION = "organisation";

    /** A {@link FollowUpAnswer}. */
    public static final String GIVEN = "answer";

    /** Months after the exit. */
    public static final String MONTHS = "months";

    /** An {@link AttemptForm}. */
    public static final String FORM = "form";

    /** An {@link AttemptOutcome}. */
    public static final String OUTCOME = "outcome";

    /** Days of 28; missing when it was not said. */
    public static final String SUBSTANCE_DAYS = "substanceDays";

    /** A {@link WorkState}; missing when it was not said. */
    public static final String WORK = "work";

    /** A {@link HousingState}; missing when it was not said. */
    public static final String HOUSING = "housing";

    /** 0 to 20; missing when it was not said. */
    public static final String QUALITY_OF_LIFE = "qualityOfLife";

    /** 0 to 10; missing when it was not said. */
    public static final String CRAVING = "craving";

    private AftercareDetail() {}
}
