package org.relais.shared;

import java.util.UUID;

/** The id of one ultra-rapid detox that was begun. Time-ordered and not guessable; carries no meaning. */
public record UltraRapidProcedureId(UUID value) implements Id {

    public UltraRapidProcedureId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static UltraRapidProcedureId create() {
        return new UltraRapidProcedureId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static UltraRapidProcedureId parse(String text) {
        return new UltraRapidProcedureId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
