package org.relais.shared;

import java.util.UUID;

/** The id of one follow-up after a treatment. Time-ordered and not guessable; carries no meaning. */
public record FollowUpId(UUID value) implements Id {

    public FollowUpId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static FollowUpId create() {
        return new FollowUpId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static FollowUpId parse(String text) {
        return new FollowUpId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
