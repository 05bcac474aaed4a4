package org.relais.agenda;

/** How far a change of one appointment of a series goes. */
public enum Reach {
    /** This one alone; the rest of its series goes on without it. */
    ONE,
    /** This one and those after it that are still planned. */
    FOLLOWING;

    /** The key of its word in the bundles. */
    public String key() {
        return "agenda.reach." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
