package org.relais.audit;

/** What was done. */
public enum AccessAction {
    /** One section of one person's record was opened. */
    VIEW,
    /** A list or search was asked for; the row holds a keyed hash of the question, never its text. */
    SEARCH,
    /** The people named on one page of a list. */
    SHOW,
    CREATE,
    CHANGE,
    SIGN,
    PRINT,
    EXPORT,
    IMPORT,
    SIGN_IN,
    SIGN_OUT,
    /** A record was opened in an emergency, beyond what a care relation, a consent or a lock allows. */
    EMERGENCY,
    /** The access log itself was read. */
    LOG_REVIEW
}
