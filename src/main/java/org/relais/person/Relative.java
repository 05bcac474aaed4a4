package org.relais.person;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;

/**
 * Somebody close to the person, and what they may be told.
 *
 * @param telephone null when unknown or not open to the reader
 * @param version counts up with every change
 */
public record Relative(
        RelativeId id,
        int version,
        String name,
        Relation relation,
        @Nullable String telephone,
        MayBeTold mayBeTold,
        Instant recordedAt,
        StaffId recordedBy) {

    Relative withoutTelephone() {
        return new Relative(id, version, name, relation, null, mayBeTold, recordedAt, recordedBy);
    }
}
