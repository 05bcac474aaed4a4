package org.relais.shared;

import java.util.UUID;

/** The id of one unusual access that a rule found. Time-ordered and not guessable; carries no meaning. */
public record FindingId(UUID value) implements Id {

    public FindingId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static FindingId create() {
        return new FindingId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static FindingId parse(String text) {
        return new FindingId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
