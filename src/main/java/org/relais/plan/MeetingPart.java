package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * What a team meeting said of one person, cut to what the reader may see.
 *
 * @param level FULL, or how little of it is here
 * @param heldOn the day of the meeting
 * @param reason why somebody put them on the agenda; null below the full level
 * @param said null below the full level, and while nothing was written
 * @param version to be sent back with a change
 * @param entry its entry in the record; null before it is signed
 */
public record MeetingPart(
        MeetingPartId id,
        MeetingId meeting,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        LocalDate heldOn,
        EntryLevel level,
        @Nullable LocalDate dueOn,
        @Nullable String reason,
        @Nullable String said,
        List<MeetingDecision> decisions,
        int version,
        Instant savedAt,
        StaffId savedBy,
        @Nullable EntryId entry,
        @Nullable Instant signedAt,
        @Nullable StaffId signedBy) {

    public MeetingPart {
        decisions = List.copyOf(decisions);
    }

    /** Whether it is signed and stays. */
    public boolean signed() {
        return signedAt != null;
    }

    /** Whether nothing was written yet. */
    public boolean blank() {
        return said == null && decisions.isEmpty();
    }

    MeetingPart with(List<MeetingDecision> decided) {
        return new MeetingPart(
                id, meeting, person, centre, unit, heldOn, level, dueOn, reason, said, decided, version, savedAt,
                savedBy, entry, signedAt, signedBy);
    }

    MeetingPart cut(EntryLevel shown) {
        return shown == EntryLevel.FULL
                ? this
                : new MeetingPart(
                        id, meeting, person, centre, unit, heldOn, shown, dueOn, null, null, List.of(), version,
                        savedAt, savedBy, entry, signedAt, signedBy);
    }
}
