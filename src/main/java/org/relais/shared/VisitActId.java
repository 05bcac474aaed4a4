package org.relais.shared;

import java.util.UUID;

/** The id of one act around a visit of an outpatient withdrawal. Time-ordered and not guessable; carries no meaning. */
public record VisitActId(UUID value) implements Id {

    public VisitActId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static VisitActId create() {
        return new VisitActId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static VisitActId parse(String text) {
        return new VisitActId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
