package org.relais.detox;

/** How an observation that is over went. */
public enum SlotOutcome {
    ON_TIME,
    LATE,
    MISSED,
    REFUSED,
    ASLEEP
}
