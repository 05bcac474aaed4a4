package org.relais.shared;

import java.util.UUID;

/** The id of one verdict of an auditor. Time-ordered and not guessable; carries no meaning. */
public record OversightVerdictId(UUID value) implements Id {

    public OversightVerdictId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static OversightVerdictId create() {
        return new OversightVerdictId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static OversightVerdictId parse(String text) {
        return new OversightVerdictId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
