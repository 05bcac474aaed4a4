package org.relais.assessment;

/** By what the band profile of an instrument is chosen. */
public enum ProfileCriterion {
    /** {@code FEMALE}, {@code MALE}, {@code OTHER}, or {@code UNKNOWN} while it is not known. */
    SEX,
    /** The language of the form, such as {@code fr}. */
    LANGUAGE
}
