package org.relais.shared;

import java.util.UUID;

/** The id of one process note. Time-ordered and not guessable; carries no meaning. */
public record ProcessNoteId(UUID value) implements Id {

    public ProcessNoteId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ProcessNoteId create() {
        return new ProcessNoteId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ProcessNoteId parse(String text) {
        return new ProcessNoteId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
