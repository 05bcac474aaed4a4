package org.relais.shared;

import java.util.UUID;

/** The id of one way back after a return to use. Time-ordered and not guessable; carries no meaning. */
public record WayBackId(UUID value) implements Id {

    public WayBackId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static WayBackId create() {
        return new WayBackId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static WayBackId parse(String text) {
        return new WayBackId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
