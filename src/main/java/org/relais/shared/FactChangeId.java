package org.relais.shared;

import java.util.UUID;

/** The id of one change that is not yet summed up. Time-ordered and not guessable; carries no meaning. */
public record FactChangeId(UUID value) implements Id {

    public FactChangeId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static FactChangeId create() {
        return new FactChangeId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static FactChangeId parse(String text) {
        return new FactChangeId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
