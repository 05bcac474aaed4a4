package org.relais.shared;

import java.util.UUID;

/** The id of one unsigned text. Time-ordered and not guessable; carries no meaning. */
public record DraftId(UUID value) implements Id {

    public DraftId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static DraftId create() {
        return new DraftId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static DraftId parse(String text) {
        return new DraftId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
