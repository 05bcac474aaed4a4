package org.relais.shared;

import java.util.UUID;

/** The id of one bed of a room. Time-ordered and not guessable; carries no meaning. */
public record BedId(UUID value) implements Id {

    public BedId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static BedId create() {
        return new BedId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static BedId parse(String text) {
        return new BedId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
