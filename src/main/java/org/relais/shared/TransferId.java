package org.relais.shared;

import java.util.UUID;

/** The id of one request to transfer a person to another centre. Time-ordered and not guessable; carries no meaning. */
public record TransferId(UUID value) implements Id {

    public TransferId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static TransferId create() {
        return new TransferId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static TransferId parse(String text) {
        return new TransferId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
