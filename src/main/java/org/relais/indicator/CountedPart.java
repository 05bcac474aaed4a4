package org.relais.indicator;

/** Which of the counted things are listed. */
public enum CountedPart {
    /** All that were counted. */
    ALL,
    /** Those above the line. */
    NUMERATOR,
    /** Those below the line. */
    DENOMINATOR
}
