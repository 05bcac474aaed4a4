package org.relais.reintegration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.TrackId;
import org.relais.shared.UnitId;

/**
 * One project of reintegration: its milestones with their days.
 *
 * @param since the service day of the first need or goal
 * @param milestones in the order of the rule
 * @param aimedOn when the aim was reached; null while it is not
 * @param days service days from the first need or goal to the aim, or to today, or to its end without the aim
 * @param endedOn null while it is open
 * @param reason why it ended
 */
public record TrackRow(
        TrackId id,
        CentreId centre,
        @Nullable UnitId unit,
        TrackKind kind,
        LocalDate since,
        List<MilestoneRow> milestones,
        @Nullable LocalDate aimedOn,
        int days,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        int version,
        Instant createdAt,
        StaffId createdBy) {

    public TrackRow {
        milestones = List.copyOf(milestones);
    }

    /** Whether something can still be said of it. */
    public boolean open() {
        return endedOn == null;
    }
}
