package org.relais.shared;

/**
 * The verdict of a safety rule, most severe first (domain reference 0). When several rules fire, the most severe
 * verdict counts and every rule that fired is named.
 */
public enum Verdict {
    /** No override in software. */
    BLOCK_HARD,
    /** Two different prescribers, one of them a medical director. */
    BLOCK_DUAL,
    /** A prescriber with a reason code and a text of at least ten characters. */
    BLOCK_OVERRIDABLE,
    /** Must be acknowledged; the acknowledgement is stored. */
    WARN,
    INFO,
    ALLOW;

    /** Whether this verdict is at least as severe as the other. */
    public boolean atLeast(Verdict other) {
        return ordinal() <= other.ordinal();
    }
}
