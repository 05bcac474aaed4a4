package org.relais.shared;

import java.util.UUID;

/** The id of one file that was made for such a request. Time-ordered and not guessable; carries no meaning. */
public record ReportFileId(UUID value) implements Id {

    public ReportFileId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ReportFileId create() {
        return new ReportFileId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ReportFileId parse(String text) {
        return new ReportFileId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
