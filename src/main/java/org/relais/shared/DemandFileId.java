package org.relais.shared;

import java.util.UUID;

/** The id of one file of the treatment demand indicator. Time-ordered and not guessable; carries no meaning. */
public record DemandFileId(UUID value) implements Id {

    public DemandFileId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static DemandFileId create() {
        return new DemandFileId(Id.newValue());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
