package org.relais.oversight;

import java.util.List;
import java.util.Map;

import org.relais.shared.PersonId;

/**
 * A monthly sample with its accesses.
 *
 * @param numbers of the records they were about
 */
public record SampleSheet(SampleHead head, List<SampledAccess> accesses, Map<PersonId, String> numbers) {

    public SampleSheet {
        accesses = List.copyOf(accesses);
        numbers = Map.copyOf(numbers);
    }
}
