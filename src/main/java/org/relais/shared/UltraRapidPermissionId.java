package org.relais.shared;

import java.util.UUID;

/** The id of one permission for ultra-rapid detox. Time-ordered and not guessable; carries no meaning. */
public record UltraRapidPermissionId(UUID value) implements Id {

    public UltraRapidPermissionId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static UltraRapidPermissionId create() {
        return new UltraRapidPermissionId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static UltraRapidPermissionId parse(String text) {
        return new UltraRapidPermissionId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
