package org.relais.indicator;

/** Which way an indicator should go; neither is a judgement of the people behind it. */
public enum Better {
    MORE,
    LESS,
    /** Neither: it is only told. */
    NEITHER
}
