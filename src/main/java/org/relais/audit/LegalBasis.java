package org.relais.audit;

/** On what ground a person's data were used. */
public enum LegalBasis {
    /** Care of the person, and its administration. */
    CARE,
    /** The vital interest of the person or of another: an emergency access. */
    VITAL_INTEREST,
    /** The person's consent. */
    CONSENT,
    /** Control of the care and of its records. */
    CONTROL,
    /** What the person themselves asked for. */
    PERSON_REQUEST
}
