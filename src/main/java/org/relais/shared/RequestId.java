package org.relais.shared;

import java.util.UUID;

/** The id of one request from one colleague to another. Time-ordered and not guessable; carries no meaning. */
public record RequestId(UUID value) implements Id {

    public RequestId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static RequestId create() {
        return new RequestId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static RequestId parse(String text) {
        return new RequestId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
