package org.relais.oversight;

import java.util.List;

/** A monthly sample with its accesses. */
public record SampleSheet(SampleHead head, List<SampledAccess> accesses) {

    public SampleSheet {
        accesses = List.copyOf(accesses);
    }
}
