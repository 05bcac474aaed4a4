package org.relais.episode;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.person.PersonName;
import org.relais.shared.PersonId;

/**
 * A bed that should become free.
 *
 * @param on the service day on which the stay should end
 * @param daysLeft service days until then, 0 today, negative when it has passed
 * @param person who leaves; null for a reader from whom they are hidden
 * @param name null as the person is, and when they are not known in the reader's centres
 */
public record ExpectedFree(
        Bed bed,
        LocalDate on,
        int daysLeft,
        @Nullable PersonId person,
        @Nullable PersonName name) {

    ExpectedFree named(Map<PersonId, PersonName> names) {
        return new ExpectedFree(bed, on, daysLeft, person, person == null ? null : names.get(person));
    }
}
