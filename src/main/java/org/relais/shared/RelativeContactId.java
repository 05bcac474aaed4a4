package org.relais.shared;

import java.util.UUID;

/** The id of one contact with a relative. Time-ordered and not guessable; carries no meaning. */
public record RelativeContactId(UUID value) implements Id {

    public RelativeContactId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static RelativeContactId create() {
        return new RelativeContactId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static RelativeContactId parse(String text) {
        return new RelativeContactId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
