package org.relais.assessment;

/** The clinical risk that an early-warning score stands for. Its words are in the rule file. */
public enum EarlyWarningRisk {
    LOW,
    /** A low total with one parameter at its worst. */
    LOW_MEDIUM,
    MEDIUM,
    HIGH
}
