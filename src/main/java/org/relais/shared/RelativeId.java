package org.relais.shared;

import java.util.UUID;

/** The id of one relative or close one of a person. Time-ordered and not guessable; carries no meaning. */
public record RelativeId(UUID value) implements Id {

    public RelativeId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static RelativeId create() {
        return new RelativeId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static RelativeId parse(String text) {
        return new RelativeId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
