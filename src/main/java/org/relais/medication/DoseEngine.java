package org.relais.medication;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.medication.DoseFacts.PastDose;
import org.relais.medication.DoseProposal.Obstacle;

/**
 * Proposes doses by symptoms and as needed (domain reference B.5), from a signed order and nothing else. Pure: the same
 * order, facts and moment give the same answer. It never invents a dose and holds no limit: those are the order's, and
 * the rule's.
 */
public final class DoseEngine {

    private final MedicationOrder order;
    private final DoseFacts facts;
    private final MedicationLimits limits;
    private final Instant now;
    private final List<Obstacle> obstacles = new ArrayList<>();
    // Null once time alone does not help
    private @Nullable Instant possibleAt;

    private DoseEngine(MedicationOrder order, DoseFacts facts, MedicationLimits limits, Instant now) {
        this.order = order;
        this.facts = facts;
        this.limits = limits;
        this.now = now;
        this.possibleAt = now;
    }

    /**
     * Whether a dose may be given now.
     *
     * @throws IllegalArgumentException for an order whose doses have times of their own
     */
    public static DoseProposal propose(MedicationOrder order, DoseFacts facts, MedicationLimits limits, Instant now) {
        var engine = new DoseEngine(order, facts, limits, now);
        return switch (order.regimen()) {
            case Regimen.SymptomTriggered triggered -> engine.bySymptoms(triggered);
            case Regimen.AsNeeded needed -> engine.asNeeded(needed);
            case Regimen.Scheduled scheduled -> throw new IllegalArgumentException("Its doses have times");
            case Regimen.Taper taper -> throw new IllegalArgumentException("Its doses have times");
        };
    }

    private DoseProposal bySymptoms(Regimen.SymptomTriggered regimen) {
        force();
        var scale = facts.scale();
        if (scale != null && scale.at().isAfter(now)) {
            scale = null;
        }
        BandDose band = null;
        if (scale == null) {
            never(new Obstacle.NoScale());
        } else if (Duration.between(scale.at(), now).compareTo(limits.scaleAge()) > 0) {
            never(new Obstacle.ScaleTooOld(scale.at()));
        } else {
            var total = scale.total();
            band = regimen.bands().stream()
                    .filter(one -> one.covers(total))
                    .findFirst()
                    .orElse(null);
            if (band == null) {
                never(new Obstacle.NoDoseForTotal(total));
            }
        }
        var dose = band == null ? null : band.dose();
        interval(regimen.minimumMinutes());
        maximum(dose, regimen.maximum());
        regimen.holds().forEach(this::hold);
        return answer(dose, band != null && band.callPhysician(), scale, regimen.maximum());
    }

    private DoseProposal asNeeded(Regimen.AsNeeded regimen) {
        force();
        interval(regimen.minimumMinutes());
        maximum(regimen.dose(), regimen.maximum());
        return answer(regimen.dose(), false, null, regimen.maximum());
    }

    private DoseProposal answer(
            @Nullable BigDecimal dose, boolean call, DoseFacts.@Nullable ScaleResult scale, BigDecimal maximum) {
        var until = order.until();
        var inTime = possibleAt != null && (until == null || possibleAt.isBefore(until)) ? possibleAt : null;
        return new DoseProposal(
                dose, call, scale, sum(within(now)), maximum, obstacles, obstacles.isEmpty() ? null : inTime);
    }

    private void force() {
        if (now.isBefore(order.startsAt())) {
            later(new Obstacle.NotYet(order.startsAt()), order.startsAt());
        }
        if (order.endedAt(now)) {
            never(new Obstacle.Ended(Objects.requireNonNull(order.until())));
        }
    }

    private void interval(int minimumMinutes) {
        given().map(PastDose::at).max(Comparator.naturalOrder()).ifPresent(last -> {
            var next = last.plus(Duration.ofMinutes(minimumMinutes));
            if (now.isBefore(next)) {
                later(new Obstacle.Interval(last, next), next);
            }
        });
    }

    private void maximum(@Nullable BigDecimal dose, BigDecimal maximum) {
        var counted = within(now);
        var strange = counted.stream()
                .filter(one -> !one.unit().equals(order.drug().unit()))
                .max(Comparator.comparing(PastDose::at));
        if (strange.isPresent()) {
            var free = strange.get().at().plus(limits.window());
            later(new Obstacle.OtherUnit(strange.get().unit(), free), free);
            return;
        }
        if (exceeds(counted, dose, maximum)) {
            var free = counted.stream()
                    .map(one -> one.at().plus(limits.window()))
                    .sorted()
                    .filter(moment -> !exceeds(within(moment), dose, maximum))
                    .findFirst()
                    .orElse(null);
            var obstacle = new Obstacle.Maximum(sum(counted), dose, maximum, free);
            if (free == null) {
                never(obstacle);
            } else {
                later(obstacle, free);
            }
        }
    }

    // Without a dose to propose, the maximum still tells when it is reached
    private static boolean exceeds(List<PastDose> counted, @Nullable BigDecimal dose, BigDecimal maximum) {
        var sum = sum(counted);
        return dose == null ? sum.compareTo(maximum) >= 0 : sum.add(dose).compareTo(maximum) > 0;
    }

    private void hold(HoldRule rule) {
        var measured = facts.measures().get(rule.measure());
        if (measured == null
                || measured.at().isAfter(now)
                || Duration.between(measured.at(), now).compareTo(limits.measureAge()) > 0) {
            never(new Obstacle.NotMeasured(rule.measure(), measured == null ? null : measured.at()));
        } else if (limits.of(rule.measure()).comparison().holds(measured.value(), rule.limit())) {
            never(new Obstacle.Held(rule.measure(), measured.value(), rule.limit()));
        }
    }

    private Stream<PastDose> given() {
        return facts.doses().stream().filter(dose -> !dose.at().isAfter(now));
    }

    // A dose counts until the window is over, and at that very moment no more
    private List<PastDose> within(Instant moment) {
        var from = moment.minus(limits.window());
        return given().filter(dose -> dose.at().isAfter(from)).toList();
    }

    private static BigDecimal sum(List<PastDose> doses) {
        return doses.stream().map(PastDose::dose).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void later(Obstacle obstacle, Instant moment) {
        obstacles.add(obstacle);
        possibleAt = possibleAt == null || possibleAt.isAfter(moment) ? possibleAt : moment;
    }

    private void never(Obstacle obstacle) {
        obstacles.add(obstacle);
        possibleAt = null;
    }
}
