package org.relais.access;

/** How much of a section a role may read, from least to most. */
public enum Level {
    NONE,
    /** Numbers of many people, never one person. */
    COUNT,
    /** Time, author, discipline, type and the author's one-line title, never the text. */
    SUMMARY,
    /** What one wrote oneself. */
    OWN,
    READ;

    /** Whether at least this much of the other may be read. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
