package org.relais.shared;

import java.util.UUID;

/** The id of one attempt to reach somebody. Time-ordered and not guessable; carries no meaning. */
public record FollowUpAttemptId(UUID value) implements Id {

    public FollowUpAttemptId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static FollowUpAttemptId create() {
        return new FollowUpAttemptId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static FollowUpAttemptId parse(String text) {
        return new FollowUpAttemptId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
