package org.relais.shared;

import java.util.UUID;

/** The id of one detox episode. Time-ordered and not guessable; carries no meaning. */
public record DetoxId(UUID value) implements Id {

    public DetoxId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static DetoxId create() {
        return new DetoxId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static DetoxId parse(String text) {
        return new DetoxId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
