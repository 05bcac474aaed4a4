package org.relais.audit;

/** Told how far a check of the log has come. */
@FunctionalInterface
public interface VerificationProgress {

    /** Nobody watches. */
    VerificationProgress NONE = (done, all) -> {};

    /** So many rows of so many are read. */
    void at(long done, long all);
}
