package org.relais.ultrarapid;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UltraRapidPermissionId;

/**
 * A centre's permission for ultra-rapid detox.
 *
 * @param until the last service day of the centre on which it holds
 * @param anaesthetist null until the second signature
 * @param withdrawn null while nobody withdrew it
 */
public record UltraRapidPermission(
        UltraRapidPermissionId id,
        CentreId centre,
        String legalBasis,
        LocalDate until,
        Signature director,
        @Nullable Signature anaesthetist,
        @Nullable Signature withdrawn) {

    /** Who, and when. */
    public record Signature(StaffId by, Instant at) {}

    /** Whether it holds on a service day of the centre: both signed it, nobody withdrew it, and it has not run out. */
    public boolean holds(LocalDate day) {
        return anaesthetist != null && withdrawn == null && !day.isAfter(until);
    }
}
