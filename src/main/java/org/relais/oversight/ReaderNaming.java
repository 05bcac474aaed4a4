package org.relais.oversight;

/** How a reader stands in a person's own report. */
public enum ReaderNaming {
    /** By name, with their role and centre. */
    NAME,
    /** By role and centre only. */
    ROLE
}
