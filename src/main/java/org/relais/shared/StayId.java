package org.relais.shared;

import java.util.UUID;

/** The id of one stay in a bed within an inpatient episode. Time-ordered and not guessable; carries no meaning. */
public record StayId(UUID value) implements Id {

    public StayId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static StayId create() {
        return new StayId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static StayId parse(String text) {
        return new StayId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
