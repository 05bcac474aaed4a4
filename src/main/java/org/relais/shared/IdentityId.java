package org.relais.shared;

import java.util.UUID;

/** The id of one version of how a person is known. Time-ordered and not guessable; carries no meaning. */
public record IdentityId(UUID value) implements Id {

    public IdentityId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static IdentityId create() {
        return new IdentityId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static IdentityId parse(String text) {
        return new IdentityId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
