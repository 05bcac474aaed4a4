package org.relais.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;

/** A form as it is stored, whatever was filled in. */
record Form(
        AssessmentId id,
        CentreId centre,
        String instrument,
        int version,
        AssessmentStatus status,
        @Nullable Integer total,
        @Nullable String band,
        @Nullable String profile,
        @Nullable Severity severity,
        List<String> alerts,
        List<PartResult> parts,
        @Nullable String reason,
        @Nullable String reasonDetail,
        @Nullable String comment,
        Instant occurredAt) {}
