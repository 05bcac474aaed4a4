package org.relais.oversight;

import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/**
 * One sentence of a person's own report: what one reader did with one section, on one day.
 *
 * @param times at the centre's clock, the first at the front
 * @param reader null where the portal did it by itself
 * @param named whether the reader stands there by name
 * @param role the name of the reader's role at that time
 * @param centre for which they acted; null when the log does not tell
 * @param section the name of the section
 * @param reason null where it was refused
 * @param emergency the closed word that was given for an emergency access
 */
public record OwnReportLine(
        ReadKind kind,
        List<LocalTime> times,
        @Nullable StaffId reader,
        boolean named,
        String role,
        @Nullable CentreId centre,
        String section,
        @Nullable ReadReason reason,
        @Nullable String emergency) {

    public OwnReportLine {
        times = List.copyOf(times);
    }
}
