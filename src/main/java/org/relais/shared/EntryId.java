package org.relais.shared;

import java.util.UUID;

/** The id of one entry of the shared record. Time-ordered and not guessable; carries no meaning. */
public record EntryId(UUID value) implements Id {

    public EntryId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static EntryId create() {
        return new EntryId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static EntryId parse(String text) {
        return new EntryId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
