package org.relais.shared;

import java.util.UUID;

/** The id of one meeting room. Time-ordered and not guessable; carries no meaning. */
public record MeetingRoomId(UUID value) implements Id {

    public MeetingRoomId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static MeetingRoomId create() {
        return new MeetingRoomId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static MeetingRoomId parse(String text) {
        return new MeetingRoomId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
