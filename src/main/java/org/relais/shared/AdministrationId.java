package org.relais.shared;

import java.util.UUID;

/** The id of one answer to a dose: given or not. Time-ordered and not guessable; carries no meaning. */
public record AdministrationId(UUID value) implements Id {

    public AdministrationId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AdministrationId create() {
        return new AdministrationId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AdministrationId parse(String text) {
        return new AdministrationId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
