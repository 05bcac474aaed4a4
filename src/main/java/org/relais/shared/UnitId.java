package org.relais.shared;

import java.util.UUID;

/** The id of one unit of a centre: a ward, a day clinic, an outpatient team. Time-ordered and not guessable; carries no meaning. */
public record UnitId(UUID value) implements Id {

    public UnitId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static UnitId create() {
        return new UnitId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static UnitId parse(String text) {
        return new UnitId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
