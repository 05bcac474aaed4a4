package org.relais.exchange;

import java.util.Locale;

/** Where a file that was put in stands. */
public enum StagedState {
    /** Nothing is taken over yet. */
    IDENTITY,
    /** The person is in the register; the clinical part waits for a physician or a nurse of the centre. */
    CLINICAL,
    /** All of it was taken over. */
    TAKEN,
    /** The clinical part was refused, with a reason. */
    DECLINED,
    /** Put aside before anything was taken over. */
    DISCARDED,
    /** Nobody decided in time; the content is gone. */
    EXPIRED;

    /** The key of its word in the bundles. */
    public String key() {
        return "exchange.staged.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody is still to decide something. */
    public boolean waits() {
        return this == IDENTITY || this == CLINICAL;
    }
}
