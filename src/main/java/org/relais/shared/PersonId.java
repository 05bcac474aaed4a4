package org.relais.shared;

import java.util.UUID;

/** The id of one person followed by the service, whatever name or alias is known. Time-ordered and not guessable; carries no meaning. */
public record PersonId(UUID value) implements Id {

    public PersonId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static PersonId create() {
        return new PersonId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static PersonId parse(String text) {
        return new PersonId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
