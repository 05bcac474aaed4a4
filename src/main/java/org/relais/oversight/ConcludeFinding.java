package org.relais.oversight;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FindingId;
import org.relais.shared.OversightVerdictId;

/**
 * Says what one unusual access was.
 *
 * @param id given by the caller: the same command again changes nothing
 * @param previous the verdict that was shown; null when there was none
 * @param note what was verified
 */
public record ConcludeFinding(
        OversightVerdictId id,
        FindingId finding,
        @Nullable OversightVerdictId previous,
        Conclusion conclusion,
        @Nullable String note) {}
