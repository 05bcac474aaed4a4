package org.relais.access;

/** Why somebody asks; written to the access log. */
public enum Purpose {
    CARE,
    ADMINISTRATION,
    COORDINATION,
    IMPORT,
    /** Checking that what was done was rightful. */
    CONTROL
}
