package org.relais.shared;

import java.util.UUID;

/** The id of one group. Time-ordered and not guessable; carries no meaning. */
public record GroupId(UUID value) implements Id {

    public GroupId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static GroupId create() {
        return new GroupId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static GroupId parse(String text) {
        return new GroupId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
