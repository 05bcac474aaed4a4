package org.relais.shared;

import java.util.UUID;

/** The id of one offer of a place. Time-ordered and not guessable; carries no meaning. */
public record PlaceOfferId(UUID value) implements Id {

    public PlaceOfferId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static PlaceOfferId create() {
        return new PlaceOfferId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static PlaceOfferId parse(String text) {
        return new PlaceOfferId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
