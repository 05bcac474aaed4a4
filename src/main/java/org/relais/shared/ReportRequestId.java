package org.relais.shared;

import java.util.UUID;

/** The id of one request of a person to know who read their record. Time-ordered and not guessable; carries no meaning. */
public record ReportRequestId(UUID value) implements Id {

    public ReportRequestId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ReportRequestId create() {
        return new ReportRequestId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ReportRequestId parse(String text) {
        return new ReportRequestId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
