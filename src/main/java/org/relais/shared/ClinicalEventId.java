package org.relais.shared;

import java.util.UUID;

/** The id of one event that somebody recorded by hand. Time-ordered and not guessable; carries no meaning. */
public record ClinicalEventId(UUID value) implements Id {

    public ClinicalEventId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ClinicalEventId create() {
        return new ClinicalEventId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ClinicalEventId parse(String text) {
        return new ClinicalEventId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
