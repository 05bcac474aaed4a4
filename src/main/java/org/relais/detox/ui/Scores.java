package org.relais.detox.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.Definitions;
import org.relais.assessment.LatestResult;
import org.relais.detox.ObservationNow;
import org.relais.detox.WardRow;
import org.relais.shared.Severity;

/** What the last results of a bed come to. */
final class Scores {

    private static final int SPARKLINE = 5;

    private Scores() {}

    /** The newest scored result of the leading observation. */
    static Optional<LatestResult> last(WardRow row) {
        var leading = row.leading();
        return leading == null ? Optional.empty() : scored(leading).stream().findFirst();
    }

    /** The newest scored result of an observation. */
    static Optional<LatestResult> last(ObservationNow observation) {
        return scored(observation).stream().findFirst();
    }

    /** The newest scored set of vital signs. */
    static Optional<LatestResult> earlyWarning(WardRow row) {
        return row.observations().stream()
                .filter(one -> one.instrument().equals(Definitions.EARLY_WARNING))
                .flatMap(one -> scored(one).stream())
                .findFirst();
    }

    /** How much the leading score rose; empty with fewer than two. */
    static Optional<Integer> change(WardRow row) {
        var totals = totals(row);
        return totals.size() < 2 ? Optional.empty() : Optional.of(totals.getLast() - totals.get(totals.size() - 2));
    }

    /** The last totals of the leading observation, oldest first. */
    static List<Integer> totals(WardRow row) {
        var leading = row.leading();
        return leading == null
                ? List.of()
                : scored(leading).stream()
                        .limit(SPARKLINE)
                        .map(result -> Objects.requireNonNull(result.findings()).total())
                        .toList()
                        .reversed();
    }

    static @Nullable Severity severity(WardRow row) {
        return last(row)
                .map(LatestResult::findings)
                .map(LatestResult.Findings::severity)
                .orElse(null);
    }

    static int total(WardRow row) {
        return last(row)
                .map(LatestResult::findings)
                .map(LatestResult.Findings::total)
                .orElse(-1);
    }

    private static List<LatestResult> scored(ObservationNow observation) {
        return observation.results().stream()
                .filter(result -> result.findings() != null && result.findings().total() != null)
                .toList();
    }
}
