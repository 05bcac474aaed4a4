package org.relais.relatives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.person.Relation;
import org.relais.person.TellingTopic;
import org.relais.shared.CentreId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One contact with a relative, as it was logged.
 *
 * @param name of the relative at that time
 * @param on the service day of the centre
 * @param told what came up and might be told
 * @param beyond what might not and was told all the same
 * @param heard what the relative said, which is theirs
 * @param seenBy the key worker, or whoever took note of what was told beyond; null while nobody did
 */
public record RelativeContactRow(
        RelativeContactId id,
        RelativeId relative,
        String name,
        Relation relation,
        CentreId centre,
        @Nullable UnitId unit,
        ContactForm form,
        Instant at,
        LocalDate on,
        Set<TellingTopic> told,
        @Nullable String words,
        Set<TellingTopic> beyond,
        @Nullable String reason,
        @Nullable String heard,
        Instant recordedAt,
        StaffId recordedBy,
        @Nullable StaffId seenBy) {

    public RelativeContactRow {
        told = Set.copyOf(told);
        beyond = Set.copyOf(beyond);
    }

    /** Whether something was told that might not be, and nobody took note of it. */
    public boolean toBeSeen() {
        return !beyond.isEmpty() && seenBy == null;
    }
}
