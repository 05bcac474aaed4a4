package org.relais.detox;

import java.util.Locale;

/** What is done around the visits of an outpatient withdrawal, beside what is measured. */
public enum VisitStep {
    /** A physician saw the person. */
    PHYSICIAN_SAW(true, false),
    /** The person was sent to emergency care. */
    SENT_TO_EMERGENCY(true, false),
    /** After a missed visit: the person was reached. */
    REACHED(false, false),
    /** After a missed visit: the person could not be reached. */
    NOT_REACHED(false, false),
    /** After a missed visit: another visit was agreed. */
    NEW_VISIT(false, true),
    /** After a missed visit: somebody made sure that the person is well. */
    WELFARE_CHECK(false, true),
    /** After a missed visit: the person came all the same, or is being followed elsewhere. */
    CAME_LATER(false, true);

    private final boolean answersCall;
    private final boolean closesFollowUp;

    VisitStep(boolean answersCall, boolean closesFollowUp) {
        this.answersCall = answersCall;
        this.closesFollowUp = closesFollowUp;
    }

    /** Whether it answers the call of a result. */
    public boolean answersCall() {
        return answersCall;
    }

    /** Whether it ends the follow-up of a missed visit. */
    public boolean closesFollowUp() {
        return closesFollowUp;
    }

    /** Whether it follows up a missed visit. */
    public boolean followsUp() {
        return !answersCall;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
