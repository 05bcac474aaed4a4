package org.relais.exchange.fhir;

import java.util.List;

import org.hl7.fhir.r4.model.Age;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.IncomingAllergy;
import org.relais.exchange.referral.IncomingEncounter;
import org.relais.exchange.referral.IncomingProblem;
import org.relais.exchange.referral.PointInTime;

/** Reads allergies, problems and encounters. */
final class HistoryReading {

    private final Referents referents;

    HistoryReading(Referents referents) {
        this.referents = referents;
    }

    IncomingAllergy allergy(Entry entry) {
        var allergy = (AllergyIntolerance) entry.resource();
        return new IncomingAllergy(
                referents.key(entry),
                FhirValues.required(allergy.getCode()),
                allergy.hasType() ? allergy.getType().toCode() : null,
                allergy.getCategory().stream()
                        .map(each -> each.getValue().toCode())
                        .toList(),
                allergy.hasCriticality() ? allergy.getCriticality().toCode() : null,
                FhirValues.status(allergy.getClinicalStatus()),
                FhirValues.status(allergy.getVerificationStatus()),
                start(allergy.getOnset()),
                FhirValues.time(allergy.getRecordedDateElement()),
                allergy.getReaction().stream().map(HistoryReading::reaction).toList(),
                FhirValues.remarks(allergy.getNote()));
    }

    IncomingProblem problem(Entry entry) {
        var problem = (Condition) entry.resource();
        return new IncomingProblem(
                referents.key(entry),
                FhirValues.required(problem.getCode()),
                FhirValues.concepts(problem.getCategory()),
                FhirValues.concept(problem.getSeverity()),
                FhirValues.status(problem.getClinicalStatus()),
                FhirValues.status(problem.getVerificationStatus()),
                start(problem.getOnset()),
                words(problem.getOnset()),
                end(problem.getAbatement()),
                FhirValues.time(problem.getRecordedDateElement()),
                referents.mention(problem.getEncounter()),
                FhirValues.remarks(problem.getNote()));
    }

    IncomingEncounter encounter(Entry entry) {
        var encounter = (Encounter) entry.resource();
        return new IncomingEncounter(
                referents.key(entry),
                encounter.hasStatus() ? encounter.getStatus().toCode() : null,
                encounter.hasClass_() ? FhirValues.code(encounter.getClass_()) : null,
                FhirValues.concepts(encounter.getType()),
                FhirValues.time(encounter.getPeriod().getStartElement()),
                FhirValues.time(encounter.getPeriod().getEndElement()),
                FhirValues.concepts(encounter.getReasonCode()),
                referents.mentions(encounter.getReasonReference()),
                referents.mentions(encounter.getParticipant().stream()
                        .map(each -> each.getIndividual())
                        .toList()),
                referents.mentions(encounter.getLocation().stream()
                        .map(each -> each.getLocation())
                        .toList()),
                referents.mention(encounter.getServiceProvider()),
                FhirValues.concept(encounter.getHospitalization().getDischargeDisposition()));
    }

    private static IncomingAllergy.Reaction reaction(AllergyIntoleranceReactionComponent reaction) {
        return new IncomingAllergy.Reaction(
                FhirValues.concept(reaction.getSubstance()),
                FhirValues.concepts(reaction.getManifestation()),
                reaction.hasSeverity() ? reaction.getSeverity().toCode() : null,
                reaction.getDescription());
    }

    private static @Nullable PointInTime start(@Nullable Type time) {
        return switch (time) {
            case BaseDateTimeType at -> FhirValues.time(at);
            case Period period -> FhirValues.time(period.getStartElement());
            case null, default -> null;
        };
    }

    private static @Nullable PointInTime end(@Nullable Type time) {
        return time instanceof Period period ? FhirValues.time(period.getEndElement()) : start(time);
    }

    private static @Nullable String words(@Nullable Type time) {
        return switch (time) {
            case StringType text -> text.getValue();
            case Age age
            when age.hasValue() ->
                String.join(
                        " ",
                        List.of(
                                age.getValue().toPlainString(),
                                age.hasUnit() ? age.getUnit() : String.valueOf(age.getCode())));
            case null, default -> null;
        };
    }
}
