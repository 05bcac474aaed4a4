package org.relais.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One row of a node's stream: ids and closed words only.
 *
 * @param month the UTC month, yyyymm
 * @param sequence its number within node and month, without a gap
 * @param actor null for a background task
 */
public record NumberedAccess(
        String node,
        int month,
        long sequence,
        UUID row,
        Instant at,
        @Nullable StaffId actor,
        String actorRole,
        @Nullable CentreId actorCentre,
        AccessAction action,
        @Nullable PersonId person,
        String section,
        @Nullable String basis,
        boolean allowed) {}
