package org.relais.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One row of the access log as it is read back: ids and closed words, as {@link AccessEvent} wrote them.
 *
 * @param sequence null for a row written within a change
 * @param hashedQuestion whether a question was asked, of which the row holds a keyed hash
 * @param people how many people the page named; null when it was no page
 * @param personCentre where the record is led, when it is one centre
 * @param view the template of the screen's route
 * @param reason a closed word, such as the reason of an emergency access
 * @param legalBasis a name of {@link LegalBasis}
 * @param request the id of the request, as in the process's own lines
 */
public record LoggedAccess(
        UUID id,
        int month,
        Instant occurredAt,
        String node,
        @Nullable Long sequence,
        @Nullable StaffId actor,
        String actorRole,
        @Nullable CentreId actorCentre,
        AccessAction action,
        @Nullable PersonId person,
        String section,
        @Nullable String resourceType,
        @Nullable UUID resource,
        String purpose,
        @Nullable String basis,
        boolean allowed,
        boolean hashedQuestion,
        @Nullable Integer people,
        @Nullable CentreId personCentre,
        @Nullable String view,
        @Nullable String reason,
        @Nullable String legalBasis,
        @Nullable String request) {

    /** Where a list that ends with this row reads on. */
    public LogCursor cursor() {
        return new LogCursor(occurredAt, id);
    }
}
