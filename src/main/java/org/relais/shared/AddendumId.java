package org.relais.shared;

import java.util.UUID;

/** The id of one addendum. Time-ordered and not guessable; carries no meaning. */
public record AddendumId(UUID value) implements Id {

    public AddendumId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AddendumId create() {
        return new AddendumId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AddendumId parse(String text) {
        return new AddendumId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
