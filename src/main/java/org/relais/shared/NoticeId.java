package org.relais.shared;

import java.util.UUID;

/** The id of one notice to a member of staff. Time-ordered and not guessable; carries no meaning. */
public record NoticeId(UUID value) implements Id {

    public NoticeId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static NoticeId create() {
        return new NoticeId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static NoticeId parse(String text) {
        return new NoticeId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
