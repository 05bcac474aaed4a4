package org.relais.shared;

import java.util.UUID;

/** The id of one offer of support to a relative. Time-ordered and not guessable; carries no meaning. */
public record SupportOfferId(UUID value) implements Id {

    public SupportOfferId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static SupportOfferId create() {
        return new SupportOfferId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static SupportOfferId parse(String text) {
        return new SupportOfferId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
