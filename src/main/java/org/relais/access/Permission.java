package org.relais.access;

/** Permissions that the matrix names beside its cells, in the administrative section (domain reference I.2). */
public enum Permission {
    /** Gives somebody access for a time, decides on requests, protects a person. */
    GRANT_ACCESS,
    /** Makes two records one. */
    MERGE,
    /** Takes a merge back. */
    UNMERGE
}
