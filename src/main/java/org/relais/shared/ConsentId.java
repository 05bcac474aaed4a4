package org.relais.shared;

import java.util.UUID;

/** The id of one consent given by a person. Time-ordered and not guessable; carries no meaning. */
public record ConsentId(UUID value) implements Id {

    public ConsentId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ConsentId create() {
        return new ConsentId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ConsentId parse(String text) {
        return new ConsentId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
