package org.relais.record;

import java.time.Instant;
import java.util.Map;

import org.relais.access.Section;
import org.relais.shared.DraftId;
import org.relais.shared.PersonId;

/**
 * An unsigned text of one member of staff about one person.
 *
 * @param form which form it belongs to, such as {@code record.transmission}; one draft a form
 * @param content the fields of the form as typed, unchecked
 * @param version counts up with each save, from 1
 */
public record Draft(
        DraftId id,
        PersonId person,
        Section section,
        String form,
        Map<String, String> content,
        long version,
        Instant savedAt) {

    public Draft {
        content = Map.copyOf(content);
    }
}
