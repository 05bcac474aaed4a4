package org.relais.shared;

import java.util.UUID;

/** The id of one display on a wall. Time-ordered and not guessable; carries no meaning. */
public record DisplayId(UUID value) implements Id {

    public DisplayId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static DisplayId create() {
        return new DisplayId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static DisplayId parse(String text) {
        return new DisplayId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
