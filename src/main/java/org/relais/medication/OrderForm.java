package org.relais.medication;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks what was typed of an order. Each refusal stands at its field; nothing is repaired. */
final class OrderForm {

    private static final int DECIMALS = 4;
    private static final int DIGITS = 8;
    private static final int SHORT = 60;
    private static final int MOST_TIMES = 24;

    private final DrugList drugs;
    private final MedicationLimits limits;
    private final Set<String> scales;

    /** @param scales the codes of the instruments that may trigger a dose */
    OrderForm(DrugList drugs, MedicationLimits limits, Set<String> scales) {
        this.drugs = drugs;
        this.limits = limits;
        this.scales = scales;
    }

    OrderedDrug drug(@Nullable OrderedDrug drug) {
        if (drug == null) {
            throw new InvalidInput("drug", "shared.error.required");
        }
        if (drug.code() != null && drugs.drug(drug.code()).isEmpty()) {
            throw new InvalidInput("drug", "medication.error.drug");
        }
        var name = FreeText.requireLine("drug", drug.name(), FreeText.LINE);
        var strength = FreeText.optionalLine("strength", drug.strength(), SHORT);
        if (drug.route() == null) {
            throw new InvalidInput("route", "shared.error.required");
        }
        if (!drugs.units().contains(drug.unit())) {
            throw new InvalidInput("unit", "medication.error.unit");
        }
        return new OrderedDrug(drug.code(), name, strength, drug.form(), drug.route(), drug.unit());
    }

    Regimen regimen(@Nullable Regimen regimen) {
        switch (regimen) {
            case null -> throw new InvalidInput("kind", "shared.error.required");
            case Regimen.Scheduled(var times) -> times("times", times, true);
            case Regimen.Taper(var days) -> taper(days);
            case Regimen.SymptomTriggered triggered -> triggered(triggered);
            case Regimen.AsNeeded needed -> {
                dose("dose", needed.dose());
                limits(needed.minimumMinutes(), needed.maximum(), needed.dose());
                var recheck = needed.recheckMinutes();
                if (recheck != null && recheck < 1) {
                    throw new InvalidInput("recheck", "medication.error.minutes");
                }
            }
        }
        return regimen;
    }

    /** The first moment at which the order is no longer valid. */
    @Nullable
    Instant end(Regimen regimen, Instant startsAt, @Nullable Instant endsAt, ZoneId zone) {
        if (regimen instanceof Regimen.Taper(var days)) {
            return startsAt.atZone(zone)
                    .toLocalDate()
                    .plusDays(days.size())
                    .atTime(LocalTime.MIDNIGHT)
                    .atZone(zone)
                    .toInstant();
        }
        if (endsAt == null) {
            if (!regimen.type().timed()) {
                throw new InvalidInput("endsAt", "shared.error.required");
            }
            return null;
        }
        if (!endsAt.isAfter(startsAt)) {
            throw new InvalidInput("endsAt", "medication.error.end-before-start");
        }
        if (endsAt.isAfter(startsAt.plus(Duration.ofDays(limits.longestDays())))) {
            throw new InvalidInput("endsAt", "medication.error.too-long", limits.longestDays());
        }
        return endsAt.truncatedTo(ChronoUnit.MICROS);
    }

    static BigDecimal dose(String field, @Nullable BigDecimal dose) {
        if (dose == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        var plain = Decimals.plain(dose);
        if (plain.signum() <= 0 || plain.scale() > DECIMALS || plain.precision() - plain.scale() > DIGITS) {
            throw new InvalidInput(field, "medication.error.dose");
        }
        return plain;
    }

    private void taper(List<Regimen.TaperDay> days) {
        if (days.isEmpty() || days.stream().allMatch(day -> day.doses().isEmpty())) {
            throw new InvalidInput("days", "shared.error.required");
        }
        if (days.size() > limits.longestDays()) {
            throw new InvalidInput("days", "medication.error.too-long", limits.longestDays());
        }
        days.forEach(day -> times("days", day.doses(), false));
    }

    private static void times(String field, List<DoseTime> times, boolean required) {
        if (times.isEmpty() && required) {
            throw new InvalidInput(field, "shared.error.required");
        }
        var seen = new HashSet<LocalTime>();
        for (var time : times) {
            if (time.at() == null || time.at().getSecond() != 0 || time.at().getNano() != 0) {
                throw new InvalidInput(field, "medication.error.time");
            }
            if (!seen.add(time.at()) || seen.size() > MOST_TIMES) {
                throw new InvalidInput(field, "medication.error.time-twice");
            }
            dose(field, time.dose());
        }
    }

    private void triggered(Regimen.SymptomTriggered regimen) {
        if (!scales.contains(regimen.scale())) {
            throw new InvalidInput("scale", "medication.error.scale");
        }
        if (regimen.bands().isEmpty()) {
            throw new InvalidInput("bands", "shared.error.required");
        }
        Integer end = -1;
        for (var band : regimen.bands()) {
            dose("bands", band.dose());
            var to = band.to();
            if (end == null || band.from() <= end || (to != null && to < band.from())) {
                throw new InvalidInput("bands", "medication.error.bands");
            }
            end = to;
            limits(regimen.minimumMinutes(), regimen.maximum(), band.dose());
        }
        if (regimen.reassessMinutes() < 1) {
            throw new InvalidInput("reassess", "medication.error.minutes");
        }
        var seen = new HashSet<HoldMeasure>();
        for (var hold : regimen.holds()) {
            var measure = limits.of(hold.measure());
            if (!seen.add(hold.measure())
                    || hold.limit() == null
                    || hold.limit().compareTo(measure.lowest()) < 0
                    || hold.limit().compareTo(measure.highest()) > 0) {
                throw new InvalidInput("holds", "medication.error.hold", measure.lowest(), measure.highest());
            }
        }
    }

    private static void limits(int minimumMinutes, @Nullable BigDecimal maximum, BigDecimal dose) {
        if (minimumMinutes < 1) {
            throw new InvalidInput("minimum", "medication.error.minutes");
        }
        if (dose("maximum", maximum).compareTo(dose) < 0) {
            throw new InvalidInput("maximum", "medication.error.maximum-below-dose");
        }
    }
}
