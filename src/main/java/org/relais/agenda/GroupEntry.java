package org.relais.agenda;

/** How one comes to a group. */
public enum GroupEntry {
    /** Whoever comes is welcome, and counted. */
    OPEN,
    /** Its members are named, and each one's attendance is noted. */
    MEMBERS;

    /** The key of its word in the bundles. */
    public String key() {
        return "agenda.entry." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
