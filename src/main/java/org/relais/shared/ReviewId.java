package org.relais.shared;

import java.util.UUID;

/** The id of one review of a care plan. Time-ordered and not guessable; carries no meaning. */
public record ReviewId(UUID value) implements Id {

    public ReviewId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ReviewId create() {
        return new ReviewId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ReviewId parse(String text) {
        return new ReviewId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
