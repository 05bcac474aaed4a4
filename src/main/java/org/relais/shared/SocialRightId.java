package org.relais.shared;

import java.util.UUID;

/** The id of one right or benefit of a person. Time-ordered and not guessable; carries no meaning. */
public record SocialRightId(UUID value) implements Id {

    public SocialRightId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static SocialRightId create() {
        return new SocialRightId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static SocialRightId parse(String text) {
        return new SocialRightId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
