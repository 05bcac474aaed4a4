package org.relais.shared;

/** The six disciplines that write in the record; medical holds nursing and pharmacy too. */
public enum Discipline {
    MEDICAL,
    PSYCHOLOGICAL,
    SOCIAL,
    FAMILY,
    HARM_REDUCTION,
    ADMINISTRATIVE;

    /** The key of its word in the bundles, such as {@code discipline.medical}. */
    public String key() {
        return "discipline." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
