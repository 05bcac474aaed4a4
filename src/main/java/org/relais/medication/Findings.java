package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.VitalSign;
import org.relais.medication.DoseFacts.Measured;
import org.relais.medication.DoseFacts.ScaleResult;
import org.relais.shared.InvalidInput;

/** Gathers what a proposal rests on: the scale, the measures, the doses that were given. */
@Component
class Findings {

    private static final int LATEST = 10;

    private final AdministrationTable doses;
    private final Assessments assessments;
    private final MedicationDefinitions definitions;

    Findings(AdministrationTable doses, Assessments assessments, MedicationDefinitions definitions) {
        this.doses = doses;
        this.assessments = assessments;
        this.definitions = definitions;
    }

    /** @param sedation as seen at the moment; null when not told */
    DoseProposal proposal(Grant grant, MedicationOrder order, Instant moment, @Nullable Integer sedation) {
        var limits = definitions.limits(order.centre());
        return switch (order.regimen()) {
            case Regimen.SymptomTriggered triggered -> {
                var measures = measures(grant, triggered.holds(), limits, moment);
                if (sedation != null) {
                    measures.put(HoldMeasure.SEDATION, told(sedation, limits, moment));
                }
                yield DoseEngine.propose(
                        order,
                        new DoseFacts(
                                scale(rows(grant, triggered.scale(), moment)),
                                given(grant, order, limits, moment),
                                measures),
                        limits,
                        moment);
            }
            case Regimen.AsNeeded needed ->
                DoseEngine.propose(
                        order, new DoseFacts(null, given(grant, order, limits, moment), Map.of()), limits, moment);
            case Regimen.Scheduled scheduled -> throw new InvalidInput("order", "medication.error.no-such-slot");
            case Regimen.Taper taper -> throw new InvalidInput("order", "medication.error.no-such-slot");
        };
    }

    /** Whether a dose of the drug is known that was given after a moment. */
    boolean laterDose(Grant grant, MedicationOrder order, Instant moment) {
        return !doses.given(grant.people(), order.drug().key(), moment).isEmpty();
    }

    // Whatever order and centre they come from, and whoever may read them: the body does not know locks
    private List<DoseFacts.PastDose> given(
            Grant grant, MedicationOrder order, MedicationLimits limits, Instant moment) {
        var longest = order.regimen() instanceof Regimen.SymptomTriggered triggered
                ? triggered.minimumMinutes()
                : order.regimen() instanceof Regimen.AsNeeded needed ? needed.minimumMinutes() : 0;
        var since = moment.minus(limits.window()).minusSeconds(60L * longest);
        return doses.given(grant.people(), order.drug().key(), since);
    }

    // A later form that gives no total stands in the way of an earlier one that did
    static @Nullable ScaleResult scale(List<AssessmentRow> newestFirst) {
        if (newestFirst.isEmpty()) {
            return null;
        }
        var latest = newestFirst.getFirst();
        var findings = latest.findings();
        if (findings == null || findings.status() != AssessmentStatus.SCORED || findings.total() == null) {
            return null;
        }
        return new ScaleResult(latest.id(), findings.total(), latest.occurredAt());
    }

    private Map<HoldMeasure, Measured> measures(
            Grant grant, List<HoldRule> holds, MedicationLimits limits, Instant moment) {
        var measures = new EnumMap<HoldMeasure, Measured>(HoldMeasure.class);
        if (holds.isEmpty()) {
            return measures;
        }
        List<AssessmentRow> signs = null;
        for (var hold : holds) {
            var source = limits.of(hold.measure());
            var sign = source.sign();
            if (sign == null) {
                for (var row : rows(grant, String.valueOf(source.instrument()), moment)) {
                    var findings = row.findings();
                    var value = findings == null ? null : findings.values().get(String.valueOf(source.item()));
                    if (value != null) {
                        measures.putIfAbsent(hold.measure(), new Measured(BigDecimal.valueOf(value), row.occurredAt()));
                    }
                }
            } else {
                signs = signs == null ? rows(grant, Definitions.EARLY_WARNING, moment) : signs;
                for (var row : signs) {
                    var value = value(row, sign);
                    if (value != null) {
                        measures.putIfAbsent(hold.measure(), new Measured(value, row.occurredAt()));
                    }
                }
            }
        }
        return measures;
    }

    private static @Nullable BigDecimal value(AssessmentRow row, VitalSign sign) {
        var findings = row.findings();
        if (findings == null || findings.signs() == null) {
            return null;
        }
        return sign == VitalSign.BREATH_ALCOHOL
                ? findings.bloodEquivalent()
                : findings.signs().measured(sign);
    }

    private List<AssessmentRow> rows(Grant grant, String instrument, Instant moment) {
        return assessments.results(grant, instrument, null, LATEST).rows().stream()
                .filter(AssessmentRow::counts)
                .filter(row -> !row.occurredAt().isAfter(moment))
                .toList();
    }

    private static Measured told(int sedation, MedicationLimits limits, Instant moment) {
        var value = BigDecimal.valueOf(sedation);
        var source = limits.of(HoldMeasure.SEDATION);
        if (value.compareTo(source.lowest()) < 0 || value.compareTo(source.highest()) > 0) {
            throw new InvalidInput("sedation", "medication.error.sedation", source.lowest(), source.highest());
        }
        return new Measured(value, moment);
    }
}
