package org.relais.shared;

import java.util.UUID;

/** The id of one action of a care plan. Time-ordered and not guessable; carries no meaning. */
public record ActionId(UUID value) implements Id {

    public ActionId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ActionId create() {
        return new ActionId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ActionId parse(String text) {
        return new ActionId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
