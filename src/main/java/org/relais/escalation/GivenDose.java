package org.relais.escalation;

import java.time.Instant;
import java.util.Set;

/** A dose that was given, as far as a rule asks. */
public record GivenDose(Set<DoseGroup> groups, Instant at) {

    public GivenDose {
        groups = Set.copyOf(groups);
    }
}
