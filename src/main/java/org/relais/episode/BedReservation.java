package org.relais.episode;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.BedReservationId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * A bed kept for somebody who is expected.
 *
 * @param person null when it is kept for words, and for a reader from whom the person is hidden
 * @param name null as the person is, and when they are not known in the reader's centres
 * @param words what it is kept for, without a name
 * @param expectedAt when they should come
 */
public record BedReservation(
        BedReservationId id,
        @Nullable PersonId person,
        @Nullable PersonName name,
        @Nullable String words,
        Instant expectedAt,
        Instant reservedAt,
        StaffId by) {

    BedReservation named(Map<PersonId, PersonName> names) {
        return person == null
                ? this
                : new BedReservation(id, person, names.get(person), words, expectedAt, reservedAt, by);
    }

    BedReservation nameless() {
        return new BedReservation(id, null, null, words, expectedAt, reservedAt, by);
    }
}
