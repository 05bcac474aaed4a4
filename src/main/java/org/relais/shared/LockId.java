package org.relais.shared;

import java.util.UUID;

/** The id of one lock placed by a person on what is written of them. Time-ordered and not guessable; carries no meaning. */
public record LockId(UUID value) implements Id {

    public LockId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static LockId create() {
        return new LockId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static LockId parse(String text) {
        return new LockId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
