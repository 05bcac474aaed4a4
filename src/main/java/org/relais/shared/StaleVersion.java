package org.relais.shared;

/** A command carried a version that is no longer the newest: somebody saved meanwhile. Nothing was overwritten. */
public class StaleVersion extends RelaisException {

    public StaleVersion() {
        super("shared.error.stale");
    }
}
