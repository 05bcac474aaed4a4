package org.relais.shared;

import java.util.UUID;

/** The id of one appointment. Time-ordered and not guessable; carries no meaning. */
public record AppointmentId(UUID value) implements Id {

    public AppointmentId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AppointmentId create() {
        return new AppointmentId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AppointmentId parse(String text) {
        return new AppointmentId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
