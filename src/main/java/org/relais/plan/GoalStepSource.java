package org.relais.plan;

import java.util.Set;

/** A room whose steps serve goals: what it writes in the record changes how far they are. */
public interface GoalStepSource {

    /** The types of entries with which a step is added or changes. */
    Set<String> entryTypes();
}
