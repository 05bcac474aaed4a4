package org.relais.shared;

import java.util.UUID;

/** The id of one centre of the service. Time-ordered and not guessable; carries no meaning. */
public record CentreId(UUID value) implements Id {

    public CentreId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static CentreId create() {
        return new CentreId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static CentreId parse(String text) {
        return new CentreId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
