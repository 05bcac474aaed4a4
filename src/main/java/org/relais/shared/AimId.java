package org.relais.shared;

import java.util.UUID;

/** The id of one version of what a person aims at. Time-ordered and not guessable; carries no meaning. */
public record AimId(UUID value) implements Id {

    public AimId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AimId create() {
        return new AimId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AimId parse(String text) {
        return new AimId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
