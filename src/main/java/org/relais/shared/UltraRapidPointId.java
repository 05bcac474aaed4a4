package org.relais.shared;

import java.util.UUID;

/** The id of one signature below a point of the checklist for ultra-rapid detox. Time-ordered and not guessable; carries no meaning. */
public record UltraRapidPointId(UUID value) implements Id {

    public UltraRapidPointId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static UltraRapidPointId create() {
        return new UltraRapidPointId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static UltraRapidPointId parse(String text) {
        return new UltraRapidPointId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
