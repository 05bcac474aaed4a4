package org.relais.shared;

import java.util.UUID;

/** The id of one team meeting. Time-ordered and not guessable; carries no meaning. */
public record MeetingId(UUID value) implements Id {

    public MeetingId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static MeetingId create() {
        return new MeetingId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static MeetingId parse(String text) {
        return new MeetingId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
