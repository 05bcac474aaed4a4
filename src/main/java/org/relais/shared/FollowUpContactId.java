package org.relais.shared;

import java.util.UUID;

/** The id of one planned contact of a follow-up. Time-ordered and not guessable; carries no meaning. */
public record FollowUpContactId(UUID value) implements Id {

    public FollowUpContactId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static FollowUpContactId create() {
        return new FollowUpContactId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static FollowUpContactId parse(String text) {
        return new FollowUpContactId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
