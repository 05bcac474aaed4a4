package org.relais.shared;

import java.util.UUID;

/** The id of one item of a person's history. Time-ordered and not guessable; carries no meaning. */
public record HistoryItemId(UUID value) implements Id {

    public HistoryItemId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static HistoryItemId create() {
        return new HistoryItemId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static HistoryItemId parse(String text) {
        return new HistoryItemId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
