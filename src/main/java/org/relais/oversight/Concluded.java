package org.relais.oversight;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.OversightVerdictId;
import org.relais.shared.StaffId;

/** One verdict as it stands: nobody has corrected it. */
public record Concluded(
        OversightVerdictId id,
        Conclusion conclusion,
        @Nullable String note,
        Instant at,
        StaffId by) {}
