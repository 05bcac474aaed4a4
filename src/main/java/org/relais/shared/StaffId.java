package org.relais.shared;

import java.util.UUID;

/** The id of one member of staff. Time-ordered and not guessable; carries no meaning. */
public record StaffId(UUID value) implements Id {

    public StaffId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static StaffId create() {
        return new StaffId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static StaffId parse(String text) {
        return new StaffId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
