package org.relais.shared;

import java.util.UUID;

/** The id of one printable sheet of the staff library. Time-ordered and not guessable; carries no meaning. */
public record SheetId(UUID value) implements Id {

    public SheetId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static SheetId create() {
        return new SheetId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static SheetId parse(String text) {
        return new SheetId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
