package org.relais.shared;

import java.util.UUID;

/** The id of one emergency access to one record. Time-ordered and not guessable; carries no meaning. */
public record EmergencyId(UUID value) implements Id {

    public EmergencyId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static EmergencyId create() {
        return new EmergencyId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static EmergencyId parse(String text) {
        return new EmergencyId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
