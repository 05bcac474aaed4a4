package org.relais.shared;

import java.util.UUID;

/** The id of the part of one person in a team meeting. Time-ordered and not guessable; carries no meaning. */
public record MeetingPartId(UUID value) implements Id {

    public MeetingPartId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static MeetingPartId create() {
        return new MeetingPartId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static MeetingPartId parse(String text) {
        return new MeetingPartId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
