package org.relais.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/**
 * One monthly sample: how it was drawn and how far it is decided.
 *
 * @param rule the version of its rule
 * @param seed what it was drawn by
 * @param population how many rows the log has of that month
 * @param findings how many unusual accesses of that month
 * @param signedAt null until somebody signs
 * @param hash over the sample, its rows and verdicts, as signed
 */
public record SampleHead(
        YearMonth month,
        SampleRule rule,
        String seed,
        long population,
        int findings,
        Instant drawnAt,
        LocalDate dueOn,
        int rows,
        int decided,
        @Nullable Instant signedAt,
        @Nullable StaffId signedBy,
        @Nullable String hash) {

    public boolean signed() {
        return signedAt != null;
    }

    /** Whether it should have been signed before that day. */
    public boolean late(LocalDate today) {
        return !signed() && dueOn.isBefore(today);
    }
}
