package org.relais.oversight;

import java.time.LocalDate;
import java.util.List;

/**
 * One day of a person's own report.
 *
 * @param lines the earliest first
 */
public record OwnReportDay(LocalDate day, List<OwnReportLine> lines) {

    public OwnReportDay {
        lines = List.copyOf(lines);
    }
}
