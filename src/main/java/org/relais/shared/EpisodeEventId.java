package org.relais.shared;

import java.util.UUID;

/** The id of one act in an episode of care. Time-ordered and not guessable; carries no meaning. */
public record EpisodeEventId(UUID value) implements Id {

    public EpisodeEventId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static EpisodeEventId create() {
        return new EpisodeEventId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static EpisodeEventId parse(String text) {
        return new EpisodeEventId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
