package org.relais.shared;

import java.util.UUID;

/** The id of one filled-in instrument or set of observations. Time-ordered and not guessable; carries no meaning. */
public record AssessmentId(UUID value) implements Id {

    public AssessmentId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AssessmentId create() {
        return new AssessmentId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AssessmentId parse(String text) {
        return new AssessmentId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
