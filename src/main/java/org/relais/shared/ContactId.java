package org.relais.shared;

import java.util.UUID;

/** The id of one telephone number or address of a person. Time-ordered and not guessable; carries no meaning. */
public record ContactId(UUID value) implements Id {

    public ContactId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ContactId create() {
        return new ContactId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ContactId parse(String text) {
        return new ContactId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
