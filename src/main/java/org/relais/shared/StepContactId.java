package org.relais.shared;

import java.util.UUID;

/** The id of one contact about a reintegration step. Time-ordered and not guessable; carries no meaning. */
public record StepContactId(UUID value) implements Id {

    public StepContactId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static StepContactId create() {
        return new StepContactId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static StepContactId parse(String text) {
        return new StepContactId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
