package org.relais.shared;

import java.util.UUID;

/** The id of one partner service of the directory. Time-ordered and not guessable; carries no meaning. */
public record PartnerId(UUID value) implements Id {

    public PartnerId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static PartnerId create() {
        return new PartnerId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static PartnerId parse(String text) {
        return new PartnerId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
