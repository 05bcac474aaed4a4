package org.relais.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AccessRequestId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One request, waiting or decided.
 *
 * @param centre whose coordinators decide
 * @param staff who asks
 * @param from where they work
 * @param until until when the access was given; null while it waits or when it was refused
 * @param answer what the coordinator said
 */
public record AccessRequest(
        AccessRequestId id,
        PersonId person,
        CentreId centre,
        StaffId staff,
        CentreId from,
        AccessWish wish,
        String reason,
        Instant askedAt,
        State state,
        @Nullable Instant decidedAt,
        @Nullable StaffId decidedBy,
        @Nullable Instant until,
        @Nullable String answer) {

    /** Where it stands. */
    public enum State {
        WAITING,
        ACCEPTED,
        REFUSED;

        /** The key of its word in the bundles. */
        public String key() {
            return "access.request.state." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
