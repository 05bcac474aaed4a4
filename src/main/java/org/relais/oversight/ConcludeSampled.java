package org.relais.oversight;

import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import org.relais.shared.OversightVerdictId;

/**
 * Says what one access of a sample was.
 *
 * @param id given by the caller: the same command again changes nothing
 * @param previous the verdict that was shown; null when there was none
 * @param note what was verified; needed where it is to be followed up
 */
public record ConcludeSampled(
        OversightVerdictId id,
        YearMonth month,
        int position,
        @Nullable OversightVerdictId previous,
        Conclusion conclusion,
        @Nullable String note) {}
