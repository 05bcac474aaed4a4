package org.relais.shared;

import java.util.UUID;

/** The id of one medication order. Time-ordered and not guessable; carries no meaning. */
public record OrderId(UUID value) implements Id {

    public OrderId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static OrderId create() {
        return new OrderId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static OrderId parse(String text) {
        return new OrderId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
