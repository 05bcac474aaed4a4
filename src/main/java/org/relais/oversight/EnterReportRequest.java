package org.relais.oversight;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ReportRequestId;

/**
 * Somebody asked who read their record.
 *
 * @param record the number of the record
 * @param receivedOn when the request came
 * @param language in which the person reads the report
 * @param handover how they get it
 */
public record EnterReportRequest(
        ReportRequestId id,
        String record,
        @Nullable LocalDate receivedOn,
        @Nullable ReportLanguage language,
        @Nullable Handover handover) {}
