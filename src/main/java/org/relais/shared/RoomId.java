package org.relais.shared;

import java.util.UUID;

/** The id of one room of a unit. Time-ordered and not guessable; carries no meaning. */
public record RoomId(UUID value) implements Id {

    public RoomId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static RoomId create() {
        return new RoomId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static RoomId parse(String text) {
        return new RoomId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
