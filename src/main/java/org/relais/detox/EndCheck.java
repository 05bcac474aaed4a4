package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.detox.EndCriterion.Below;
import org.relais.detox.EndCriterion.LastBand;
import org.relais.detox.EndCriterion.Repeated;

/** Which criteria of a completed withdrawal are open. Pure. */
final class EndCheck {

    private final List<Result> newestFirst;
    private final Set<String> stated;
    private final Instant now;

    /** @param results those that count, of any instrument and in any order */
    EndCheck(List<Result> results, Set<String> stated, Instant now) {
        this.newestFirst = results.stream()
                .sorted(Comparator.comparing(Result::at).reversed())
                .toList();
        this.stated = Set.copyOf(stated);
        this.now = now;
    }

    List<EndCriterion> open(List<EndCriterion> criteria) {
        return criteria.stream().filter(criterion -> !met(criterion)).toList();
    }

    boolean met(EndCriterion criterion) {
        if (criterion.below() instanceof Below below) {
            return met(below);
        }
        if (criterion.twice() instanceof Repeated repeated) {
            return met(repeated);
        }
        if (criterion.lastBand() instanceof LastBand last) {
            return of(last.instrument()).stream()
                    .findFirst()
                    .filter(result -> result.band() != null && last.bands().contains(result.band()))
                    .isPresent();
        }
        return stated.contains(criterion.code());
    }

    // Nothing measured within the time is not the same as nothing high
    private boolean met(Below below) {
        var within = of(below.instrument()).stream()
                .filter(result -> !result.at().isBefore(now.minus(Duration.ofHours(below.hours()))))
                .toList();
        return !within.isEmpty()
                && within.stream().allMatch(result -> result.total() != null && result.total() < below.total());
    }

    private boolean met(Repeated repeated) {
        Instant earlier = null;
        var times = 0;
        for (var result : of(repeated.instrument())) {
            if (result.total() == null || result.total() > repeated.atMost()) {
                return false;
            }
            if (earlier == null || !result.at().isAfter(earlier.minus(Duration.ofHours(repeated.hoursApart())))) {
                earlier = result.at();
                if (++times == repeated.times()) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Result> of(String instrument) {
        return newestFirst.stream()
                .filter(result -> result.instrument().equals(instrument))
                .toList();
    }

    /**
     * @param total null when it could not be scored
     * @param band null when it could not be scored
     */
    record Result(
            String instrument,
            Instant at,
            @Nullable Integer total,
            @Nullable String band) {}
}
