package org.relais.access;

/** What is asked of a section. */
public enum Right {
    /** Reading as much as the matrix gives, down to the summary. */
    READ,
    WRITE
}
