package org.relais.shared;

import java.util.UUID;

/** The id of one coded state of a person's situation. Time-ordered and not guessable; carries no meaning. */
public record SituationStateId(UUID value) implements Id {

    public SituationStateId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static SituationStateId create() {
        return new SituationStateId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static SituationStateId parse(String text) {
        return new SituationStateId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
