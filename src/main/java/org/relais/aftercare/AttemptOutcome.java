package org.relais.aftercare;

import java.util.Locale;

/** What came of an attempt to reach the person. */
public enum AttemptOutcome {
    NO_ANSWER(ContactState.OPEN),
    MESSAGE_LEFT(ContactState.OPEN),
    /** Spoke to the person, who asked for another moment. */
    ANOTHER_TIME(ContactState.OPEN),
    /** The number or the address is no longer theirs. */
    NOT_THEIRS(ContactState.OPEN),
    REACHED(ContactState.REACHED),
    DECLINED(ContactState.DECLINED),
    DECEASED(ContactState.DECEASED);

    private final ContactState state;

    AttemptOutcome(ContactState state) {
        this.state = state;
    }

    /** How the contact stands after it. */
    public ContactState state() {
        return state;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.outcome." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
