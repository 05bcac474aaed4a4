package org.relais.shared;

import java.util.UUID;

/** The id of one therapy session. Time-ordered and not guessable; carries no meaning. */
public record SessionId(UUID value) implements Id {

    public SessionId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static SessionId create() {
        return new SessionId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static SessionId parse(String text) {
        return new SessionId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
