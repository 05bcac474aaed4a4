package org.relais.reintegration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;
import org.relais.shared.StepContactId;

/** One contact about a step; never changed afterwards. */
public record StepContactRow(
        StepContactId id,
        ContactWay way,
        boolean reached,
        @Nullable String note,
        Instant madeAt,
        StaffId madeBy) {}
