package org.relais.access;

/** Permissions that the matrix names beside its cells (domain reference I.2). */
public enum Permission {
    /** Gives somebody access for a time, decides on requests, protects a person. */
    GRANT_ACCESS(Section.ADMINISTRATIVE),
    /** Makes two records one. */
    MERGE(Section.ADMINISTRATIVE),
    /** Takes a merge back. */
    UNMERGE(Section.ADMINISTRATIVE),
    /** Sees the figures of their own centres exactly, with the lists behind them. */
    AGGREGATES(Section.REPORT);

    private final Section section;

    Permission(Section section) {
        this.section = section;
    }

    Section section() {
        return section;
    }
}
