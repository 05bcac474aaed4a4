package org.relais.record;

import java.util.Map;

import org.relais.shared.StaleVersion;

/** The same draft was saved elsewhere meanwhile. Carries both texts, so that nothing is lost; nothing was stored. */
public class StaleDraft extends StaleVersion {

    private final transient Draft stored;
    private final transient Map<String, String> yours;

    StaleDraft(Draft stored, Map<String, String> yours) {
        this.stored = stored;
        this.yours = Map.copyOf(yours);
    }

    /** What is stored now. */
    public Draft stored() {
        return stored;
    }

    /** What was to be saved. */
    public Map<String, String> yours() {
        return yours;
    }
}
