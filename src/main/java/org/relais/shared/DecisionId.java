package org.relais.shared;

import java.util.UUID;

/** The id of one decision of a team meeting. Time-ordered and not guessable; carries no meaning. */
public record DecisionId(UUID value) implements Id {

    public DecisionId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static DecisionId create() {
        return new DecisionId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static DecisionId parse(String text) {
        return new DecisionId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
