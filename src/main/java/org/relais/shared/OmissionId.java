package org.relais.shared;

import java.util.UUID;

/** The id of one observation that was refused or put off. Time-ordered and not guessable; carries no meaning. */
public record OmissionId(UUID value) implements Id {

    public OmissionId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static OmissionId create() {
        return new OmissionId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static OmissionId parse(String text) {
        return new OmissionId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
