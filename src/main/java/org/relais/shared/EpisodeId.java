package org.relais.shared;

import java.util.UUID;

/** The id of one episode of care of a person. Time-ordered and not guessable; carries no meaning. */
public record EpisodeId(UUID value) implements Id {

    public EpisodeId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static EpisodeId create() {
        return new EpisodeId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static EpisodeId parse(String text) {
        return new EpisodeId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
