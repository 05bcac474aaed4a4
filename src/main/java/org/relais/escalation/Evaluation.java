package org.relais.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Definitions;
import org.relais.escalation.Trigger.AfterDose;

/**
 * Which rules fire for an observation. Pure: the same facts give the same answer.
 *
 * @param rules in their order
 * @param others the other results of the observation's instrument that count, around it
 * @param doses that were given before it
 */
record Evaluation(List<EscalationRule> rules, List<Totalled> others, List<GivenDose> doses) {

    /**
     * All rules that fire, in the order of the rules. A result that was entered late can make a later one a rise: then
     * the rule fires for the later one.
     */
    List<Firing> of(Observed observed) {
        var fired = new ArrayList<Firing>();
        for (var rule : rules) {
            var readings = rule.triggers().stream()
                    .flatMap(trigger -> reading(trigger, observed).stream())
                    .distinct()
                    .toList();
            if (!readings.isEmpty()) {
                fired.add(new Firing(rule, observed.form(), observed.at(), readings));
            }
            fired.addAll(later(rule, observed));
        }
        return fired;
    }

    private Optional<Reading> reading(Trigger trigger, Observed observed) {
        return switch (trigger) {
            case Trigger.Total total -> total(total, observed);
            case Trigger.Rise rise -> rise(rise, observed);
            case Trigger.Items items -> items(items, observed);
            case Trigger.Band band ->
                observed.instrument().equals(band.instrument())
                                && observed.band() != null
                                && band.anyOf().contains(observed.band())
                        ? Optional.of(new Reading(Reading.Kind.BAND, band.instrument(), observed.band()))
                        : Optional.empty();
            case Trigger.ItemAlerts alerts ->
                observed.instrument().equals(alerts.instrument())
                                && observed.alerts().stream().anyMatch(alerts.anyOf()::contains)
                        ? Optional.of(new Reading(Reading.Kind.ITEMS, alerts.instrument(), ""))
                        : Optional.empty();
            case Trigger.Sign sign -> sign(sign, observed);
            case Trigger.EarlyWarningTotal score -> earlyWarning(score, observed);
            case Trigger.ConsciousnessLevel level -> {
                var found = observed.signs().consciousness();
                yield found != null && level.anyOf().contains(found)
                        ? Optional.of(new Reading(Reading.Kind.CONSCIOUSNESS, "CONSCIOUSNESS", found.name()))
                        : Optional.empty();
            }
            case Trigger.NotAssessable obstacle ->
                observed.status() == AssessmentStatus.NOT_ASSESSABLE
                                && observed.scheduled()
                                && obstacle.anyOf().contains(observed.instrument())
                        ? Optional.of(new Reading(Reading.Kind.NOT_ASSESSABLE, observed.instrument(), ""))
                        : Optional.empty();
            case Trigger.DosesWithoutFall effect -> withoutFall(effect, observed);
            case Trigger.Event _, Trigger.Told _ -> Optional.empty();
        };
    }

    private static Optional<Reading> total(Trigger.Total trigger, Observed observed) {
        var total = observed.total();
        return total != null && observed.instrument().equals(trigger.instrument()) && trigger.holds(total)
                ? Optional.of(new Reading(Reading.Kind.TOTAL, trigger.instrument(), String.valueOf(total)))
                : Optional.empty();
    }

    private Optional<Reading> items(Trigger.Items trigger, Observed observed) {
        var holds = observed.instrument().equals(trigger.instrument())
                && trigger.all().stream()
                        .allMatch(condition -> condition.anyOf().stream()
                                .map(observed.values()::get)
                                .filter(Objects::nonNull)
                                .anyMatch(value -> value >= condition.atLeast()))
                && after(trigger.afterDose(), observed.at());
        return holds ? Optional.of(new Reading(Reading.Kind.ITEMS, trigger.instrument(), "")) : Optional.empty();
    }

    private Optional<Reading> sign(Trigger.Sign trigger, Observed observed) {
        var measured = observed.signs().measured(trigger.sign());
        if (measured == null || (trigger.scale() != null && trigger.scale() != observed.scale())) {
            return Optional.empty();
        }
        return trigger.holds(measured) && after(trigger.afterDose(), observed.at())
                ? Optional.of(new Reading(Reading.Kind.SIGN, trigger.sign().name(), measured.toPlainString()))
                : Optional.empty();
    }

    private static Optional<Reading> earlyWarning(Trigger.EarlyWarningTotal trigger, Observed observed) {
        var total = observed.total();
        var alone = trigger.anyParameter();
        var holds = total != null
                && observed.instrument().equals(Definitions.EARLY_WARNING)
                && trigger.holds(total)
                && (alone == null || observed.points().values().stream().anyMatch(points -> points >= alone));
        return holds
                ? Optional.of(new Reading(Reading.Kind.TOTAL, Definitions.EARLY_WARNING, String.valueOf(total)))
                : Optional.empty();
    }

    private Optional<Reading> rise(Trigger.Rise trigger, Observed observed) {
        var total = observed.total();
        if (total == null || !observed.instrument().equals(trigger.instrument())) {
            return Optional.empty();
        }
        return rise(trigger, new Totalled(observed.form(), total, observed.at()), others);
    }

    private Optional<Reading> withoutFall(Trigger.DosesWithoutFall trigger, Observed observed) {
        var total = observed.total();
        if (total == null || !observed.instrument().equals(trigger.instrument())) {
            return Optional.empty();
        }
        var latest = doses.stream()
                .filter(dose -> trigger.anyOf().stream().anyMatch(dose.groups()::contains))
                .map(GivenDose::at)
                .filter(at -> at.isBefore(observed.at()))
                .sorted(Comparator.reverseOrder())
                .limit(trigger.doses())
                .toList();
        var within = minutes(trigger.withinMinutes());
        if (latest.size() < trigger.doses()
                || latest.getLast().plus(within).isBefore(latest.getFirst())
                || latest.getFirst().plus(within).isBefore(observed.at())) {
            return Optional.empty();
        }
        return others.stream()
                .filter(other -> !other.at().isAfter(latest.getLast()))
                .max(Comparator.comparing(Totalled::at))
                .filter(before -> before.total() - total < trigger.fall())
                .map(_ -> new Reading(Reading.Kind.TOLD, trigger.condition(), ""));
    }

    private List<Firing> later(EscalationRule rule, Observed observed) {
        var total = observed.total();
        if (total == null) {
            return List.of();
        }
        var all = Stream.concat(others.stream(), Stream.of(new Totalled(observed.form(), total, observed.at())))
                .toList();
        var fired = new ArrayList<Firing>();
        for (var later : others) {
            if (later.at().isAfter(observed.at())) {
                var readings = rule.triggers().stream()
                        .filter(Trigger.Rise.class::isInstance)
                        .map(Trigger.Rise.class::cast)
                        .filter(trigger -> trigger.instrument().equals(observed.instrument()))
                        .flatMap(trigger -> rise(trigger, later, all).stream())
                        .toList();
                if (!readings.isEmpty()) {
                    fired.add(new Firing(rule, later.form(), later.at(), readings));
                }
            }
        }
        return fired;
    }

    private Optional<Reading> rise(Trigger.Rise trigger, Totalled result, List<Totalled> all) {
        var before =
                all.stream().filter(other -> other.at().isBefore(result.at())).toList();
        var lowest = trigger.withinMinutes() != null
                ? before.stream()
                        .filter(other -> !other.at().isBefore(result.at().minus(minutes(trigger.withinMinutes()))))
                        .mapToInt(Totalled::total)
                        .min()
                : doses.stream()
                        .filter(dose -> follows(Objects.requireNonNull(trigger.afterDose()), dose, result.at()))
                        .flatMap(dose -> since(dose, before))
                        .mapToInt(Totalled::total)
                        .min();
        return lowest.isPresent() && result.total() - lowest.getAsInt() >= trigger.atLeast()
                ? Optional.of(new Reading(
                        Reading.Kind.RISE, trigger.instrument(), String.valueOf(result.total() - lowest.getAsInt())))
                : Optional.empty();
    }

    // The last result before the dose, and those since
    private static Stream<Totalled> since(GivenDose dose, List<Totalled> before) {
        var last = before.stream()
                .filter(other -> !other.at().isAfter(dose.at()))
                .max(Comparator.comparing(Totalled::at))
                .stream();
        return Stream.concat(last, before.stream().filter(other -> other.at().isAfter(dose.at())));
    }

    private boolean after(@Nullable AfterDose needed, Instant at) {
        return needed == null || doses.stream().anyMatch(dose -> follows(needed, dose, at));
    }

    private static boolean follows(AfterDose needed, GivenDose dose, Instant at) {
        return needed.anyOf().stream().anyMatch(dose.groups()::contains)
                && !dose.at().isAfter(at)
                && !dose.at().plus(minutes(needed.withinMinutes())).isBefore(at);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
