package org.relais.shared;

import java.util.UUID;

/** The id of one review of everybody’s rights. Time-ordered and not guessable; carries no meaning. */
public record RightsReviewId(UUID value) implements Id {

    public RightsReviewId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static RightsReviewId create() {
        return new RightsReviewId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static RightsReviewId parse(String text) {
        return new RightsReviewId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
