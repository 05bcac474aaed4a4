package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.MeetingId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A team meeting; whom it talks about is not in it.
 *
 * @param unit null when it is of the whole centre
 * @param heldOn a service day of the centre
 * @param version to be sent back with a change of the order or of who is present
 * @param signedAt when the minutes were signed; null before
 */
public record MeetingRow(
        MeetingId id,
        CentreId centre,
        @Nullable UnitId unit,
        LocalDate heldOn,
        Set<StaffId> present,
        int version,
        Instant createdAt,
        StaffId createdBy,
        @Nullable Instant signedAt,
        @Nullable StaffId signedBy) {

    public MeetingRow {
        present = Set.copyOf(present);
    }

    /** Whether its minutes are signed. */
    public boolean signed() {
        return signedAt != null;
    }
}
