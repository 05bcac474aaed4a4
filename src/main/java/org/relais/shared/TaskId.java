package org.relais.shared;

import java.util.UUID;

/** The id of one task between professions. Time-ordered and not guessable; carries no meaning. */
public record TaskId(UUID value) implements Id {

    public TaskId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static TaskId create() {
        return new TaskId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static TaskId parse(String text) {
        return new TaskId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
