package org.relais.exchange;

/** What the timeline holds of a note from elsewhere: the type of the entry and the keys of its detail. */
public final class ImportedNote {

    public static final String TYPE = "exchange.note";

    /** The names of those who wrote it. */
    public static final String AUTHORS = "authors";

    /** The institution that keeps it. */
    public static final String CUSTODIAN = "custodian";

    /** When it was written, in figures, as exactly as the source said; missing when it did not. */
    public static final String WRITTEN = "written";

    /** {@code current} or {@code superseded}. */
    public static final String STATUS = "status";

    private ImportedNote() {}
}
