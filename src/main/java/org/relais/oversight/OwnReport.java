package org.relais.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/**
 * Who read a person's record: what they are given.
 *
 * @param until up to which moment the log was read
 * @param days the latest first
 * @param since how far back it goes, when the log has more than a report holds; null when it is all
 * @param readers everybody who stands in the log of this record, those left out too
 * @param leftOut of whom the report does not speak
 */
public record OwnReport(
        AskedReport asked,
        Instant until,
        List<OwnReportDay> days,
        @Nullable Instant since,
        Set<StaffId> readers,
        Set<StaffId> leftOut) {

    public OwnReport {
        days = List.copyOf(days);
        readers = Set.copyOf(readers);
        leftOut = Set.copyOf(leftOut);
    }
}
