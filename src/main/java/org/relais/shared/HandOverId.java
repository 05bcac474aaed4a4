package org.relais.shared;

import java.util.UUID;

/** The id of one hand-over from shift to shift. Time-ordered and not guessable; carries no meaning. */
public record HandOverId(UUID value) implements Id {

    public HandOverId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static HandOverId create() {
        return new HandOverId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static HandOverId parse(String text) {
        return new HandOverId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
