package org.relais.medication;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.VitalSign;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.shared.Verdict;
import org.relais.staff.Role;

/**
 * What holds for every order, as read from {@code rules/medication-limits}.
 *
 * @param prescribers the roles that sign orders
 * @param scaleMinutes how old a scale may be for a dose by symptoms
 * @param measureMinutes how old a measure may be that an order holds doses for
 * @param maximumHours over how long the maximum of an order counts
 * @param dueBeforeMinutes from when a scheduled dose is due, before its time
 * @param graceMinutes after which it is overdue
 * @param missedAfterMinutes after which it is missed
 * @param recheckGraceMinutes after which a re-check is overdue
 * @param entryHours how long after it was given a dose may be entered
 * @param longestDays the longest an order may run
 * @param roundTimes the times that are offered when an order is written
 * @param shortestReason the fewest characters of a reason in words
 */
public record MedicationLimits(
        RuleHeader rule,
        Set<Role> prescribers,
        int scaleMinutes,
        int measureMinutes,
        int maximumHours,
        int dueBeforeMinutes,
        int graceMinutes,
        int missedAfterMinutes,
        int recheckGraceMinutes,
        int entryHours,
        int longestDays,
        List<LocalTime> roundTimes,
        int shortestReason,
        List<OrderCheck> checks,
        List<String> overrideReasons,
        List<Measure> measures)
        implements Rule {

    public MedicationLimits {
        prescribers = Set.copyOf(prescribers);
        roundTimes = List.copyOf(roundTimes);
        checks = List.copyOf(checks);
        overrideReasons = List.copyOf(overrideReasons);
        measures = List.copyOf(measures);
    }

    /** What is looked for when an order is signed. */
    public enum Check {
        ALLERGY_MATCH,
        ALLERGY_NOT_COMPARED,
        DUPLICATE_DRUG,
        DUPLICATE_CLASS
    }

    /** @param id the name of the rule, shown with its finding */
    public record OrderCheck(String id, Check check, Verdict verdict) {}

    /** How a measure is compared with an order's limit. */
    public enum Comparison {
        /** The dose is held from the limit on. */
        FROM,
        /** The dose is held below the limit. */
        BELOW;

        boolean holds(BigDecimal value, BigDecimal limit) {
            return this == FROM ? value.compareTo(limit) >= 0 : value.compareTo(limit) < 0;
        }
    }

    /**
     * Where a measure is read and how it is compared: a vital sign, or one item of an instrument.
     *
     * @param lowest the lowest limit an order may name
     */
    public record Measure(
            HoldMeasure measure,
            @Nullable VitalSign sign,
            @Nullable String instrument,
            @Nullable String item,
            Comparison comparison,
            BigDecimal lowest,
            BigDecimal highest) {}

    static void check(MedicationLimits limits) {
        var minutes = List.of(
                limits.scaleMinutes,
                limits.measureMinutes,
                limits.maximumHours,
                limits.graceMinutes,
                limits.missedAfterMinutes,
                limits.entryHours,
                limits.longestDays,
                limits.shortestReason);
        hold(minutes.stream().allMatch(value -> value > 0), "Times are above zero");
        hold(limits.missedAfterMinutes > limits.graceMinutes, "A dose is overdue before it is missed");
        hold(!limits.prescribers.isEmpty(), "Somebody prescribes");
        hold(
                limits.checks.stream().map(OrderCheck::check).distinct().count() == Check.values().length,
                "Every check stands once");
        hold(limits.checks.size() == Check.values().length, "Every check stands once");
        hold(
                limits.measures.stream().map(Measure::measure).distinct().count() == limits.measures.size()
                        && limits.measures.size() == HoldMeasure.values().length,
                "Every measure stands once");
        hold(
                limits.measures.stream()
                        .allMatch(one -> (one.sign == null) != (one.instrument == null || one.item == null)),
                "A measure is a vital sign or an item of an instrument");
    }

    private static void hold(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public Measure of(HoldMeasure measure) {
        return measures.stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No way to read " + measure));
    }

    OrderCheck of(Check check) {
        return checks.stream()
                .filter(one -> one.check() == check)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule for " + check));
    }

    Duration scaleAge() {
        return Duration.ofMinutes(scaleMinutes);
    }

    Duration measureAge() {
        return Duration.ofMinutes(measureMinutes);
    }

    Duration window() {
        return Duration.ofHours(maximumHours);
    }

    public Duration dueBefore() {
        return Duration.ofMinutes(dueBeforeMinutes);
    }

    public Duration grace() {
        return Duration.ofMinutes(graceMinutes);
    }

    public Duration missedAfter() {
        return Duration.ofMinutes(missedAfterMinutes);
    }

    public Duration recheckGrace() {
        return Duration.ofMinutes(recheckGraceMinutes);
    }

    /** Every instrument a measure is read from. */
    Stream<String> instruments() {
        return measures.stream()
                .flatMap(one -> Stream.ofNullable(one.instrument()))
                .distinct();
    }
}
