package org.relais.medication;

import java.util.Locale;

/** Why a dose was not given, each with what became of it. */
public enum NotGivenReason {
    NOT_WANTED(Outcome.REFUSED),
    SIDE_EFFECTS_FEARED(Outcome.REFUSED),
    ASLEEP(Outcome.HELD),
    SEDATED(Outcome.HELD),
    UNWELL(Outcome.HELD),
    FASTING(Outcome.HELD),
    PHYSICIAN_ASKED(Outcome.HELD),
    ABSENT(Outcome.MISSED),
    NOT_IN_STOCK(Outcome.MISSED),
    FORGOTTEN(Outcome.MISSED),
    /** The others: said in words. */
    OTHER_REFUSED(Outcome.REFUSED),
    OTHER_HELD(Outcome.HELD),
    OTHER_MISSED(Outcome.MISSED);

    private final Outcome outcome;

    NotGivenReason(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether it must be said in words. */
    public boolean needsWords() {
        return this == OTHER_REFUSED || this == OTHER_HELD || this == OTHER_MISSED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "medication.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
