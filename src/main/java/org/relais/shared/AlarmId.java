package org.relais.shared;

import java.util.UUID;

/** The id of one alarm. Time-ordered and not guessable; carries no meaning. */
public record AlarmId(UUID value) implements Id {

    public AlarmId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static AlarmId create() {
        return new AlarmId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static AlarmId parse(String text) {
        return new AlarmId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
