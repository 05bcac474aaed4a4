package org.relais.shared;

import java.util.UUID;

/** The id of one version of a person's budget. Time-ordered and not guessable; carries no meaning. */
public record BudgetId(UUID value) implements Id {

    public BudgetId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static BudgetId create() {
        return new BudgetId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static BudgetId parse(String text) {
        return new BudgetId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
