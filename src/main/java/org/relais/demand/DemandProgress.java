package org.relais.demand;

/** Hears how far the work is. */
@FunctionalInterface
public interface DemandProgress {

    /** For whoever does not want to know. */
    DemandProgress NONE = percent -> {};

    /**
     * Told whenever there is more done.
     *
     * @param percent from 0 to 100
     */
    void at(int percent);
}
