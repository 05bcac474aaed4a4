package org.relais.indicator;

/** What kind of figure an indicator is, and so how it is worked out from its facts. */
public enum Measure {
    /** A share: the numerators over the denominators of the period, in percent. */
    RATIO,
    /** A share of what lasts over nights, such as a stay: each night of the period counts. */
    NIGHTS,
    /** Amounts of the period, in days: mean, median and ninth decile. */
    DURATION
}
