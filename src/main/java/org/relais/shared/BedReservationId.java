package org.relais.shared;

import java.util.UUID;

/** The id of one bed kept for somebody. Time-ordered and not guessable; carries no meaning. */
public record BedReservationId(UUID value) implements Id {

    public BedReservationId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static BedReservationId create() {
        return new BedReservationId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static BedReservationId parse(String text) {
        return new BedReservationId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
