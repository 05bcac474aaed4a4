package org.relais.shared;

import java.util.UUID;

/** The id of one reason why a member of staff or a unit takes part in a person's care. Time-ordered and not guessable; carries no meaning. */
public record CareRelationId(UUID value) implements Id {

    public CareRelationId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static CareRelationId create() {
        return new CareRelationId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static CareRelationId parse(String text) {
        return new CareRelationId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
