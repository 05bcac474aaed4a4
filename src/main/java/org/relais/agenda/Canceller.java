package org.relais.agenda;

/** Who cancels. Only a person can cancel late. */
public enum Canceller {
    PERSON,
    SERVICE;

    /** The key of its word in the bundles. */
    public String key() {
        return "agenda.canceller." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
