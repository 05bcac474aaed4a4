package org.relais.shared;

import java.util.UUID;

/** The id of one domain of a rating of needs. Time-ordered and not guessable; carries no meaning. */
public record NeedId(UUID value) implements Id {

    public NeedId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static NeedId create() {
        return new NeedId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static NeedId parse(String text) {
        return new NeedId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
