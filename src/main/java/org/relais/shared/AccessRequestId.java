package org.relais.shared;

import java.util.UUID;

/** The id of one request to take part in a person's care. Time-ordered and not guessable; carries no meaning. */
public record AccessRequestId(UUID value) implements Id {

    public AccessRequestId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AccessRequestId create() {
        return new AccessRequestId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AccessRequestId parse(String text) {
        return new AccessRequestId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
