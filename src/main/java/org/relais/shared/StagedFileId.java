package org.relais.shared;

import java.util.UUID;

/** The id of one file that was put in and waits to be taken over. Time-ordered and not guessable; carries no meaning. */
public record StagedFileId(UUID value) implements Id {

    public StagedFileId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static StagedFileId create() {
        return new StagedFileId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static StagedFileId parse(String text) {
        return new StagedFileId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
