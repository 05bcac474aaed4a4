package org.relais.shared;

import java.util.UUID;

/** The id of one goal of a care plan. Time-ordered and not guessable; carries no meaning. */
public record GoalId(UUID value) implements Id {

    public GoalId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static GoalId create() {
        return new GoalId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static GoalId parse(String text) {
        return new GoalId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
