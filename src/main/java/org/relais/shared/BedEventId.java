package org.relais.shared;

import java.util.UUID;

/** The id of one act on a bed. Time-ordered and not guessable; carries no meaning. */
public record BedEventId(UUID value) implements Id {

    public BedEventId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static BedEventId create() {
        return new BedEventId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static BedEventId parse(String text) {
        return new BedEventId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
