package org.relais.shared;

import java.util.UUID;

/** The id of one reintegration track. Time-ordered and not guessable; carries no meaning. */
public record TrackId(UUID value) implements Id {

    public TrackId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static TrackId create() {
        return new TrackId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static TrackId parse(String text) {
        return new TrackId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
