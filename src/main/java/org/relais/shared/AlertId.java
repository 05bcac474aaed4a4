package org.relais.shared;

import java.util.UUID;

/** The id of one alert of a person. Time-ordered and not guessable; carries no meaning. */
public record AlertId(UUID value) implements Id {

    public AlertId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AlertId create() {
        return new AlertId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AlertId parse(String text) {
        return new AlertId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
