package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;
import org.relais.situation.Words;

/**
 * One milestone of a project as it stands now.
 *
 * @param reachedOn null while it is not
 * @param recordedBy who said so last; null while nobody did
 */
public record MilestoneRow(
        String code,
        Words text,
        @Nullable LocalDate reachedOn,
        @Nullable String note,
        @Nullable StaffId recordedBy) {}
