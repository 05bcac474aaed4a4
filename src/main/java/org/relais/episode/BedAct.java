package org.relais.episode;

/** What is done with a bed. */
enum BedAct {
    LEFT,
    TO_CLEAN,
    CLEANED,
    CLOSED,
    REOPENED,
    RESERVED,
    /** The reservation was taken back by hand, or because who it was for needs none any more. */
    RELEASED,
    /** Who it was kept for is in it. */
    FULFILLED,
    /** It was kept for one person and given to another. */
    OVERRIDDEN,
    /** It was given although it was not cleaned. */
    GIVEN_UNCLEANED
}
