package org.relais.shared;

import java.util.UUID;

/** The id of one reintegration step. Time-ordered and not guessable; carries no meaning. */
public record StepId(UUID value) implements Id {

    public StepId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static StepId create() {
        return new StepId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static StepId parse(String text) {
        return new StepId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
