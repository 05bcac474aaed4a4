package org.relais.shared;

import java.util.UUID;

/** The id of one answer for the treatment demand indicator. Time-ordered and not guessable; carries no meaning. */
public record DemandAnswerId(UUID value) implements Id {

    public DemandAnswerId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static DemandAnswerId create() {
        return new DemandAnswerId(Id.newValue());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
