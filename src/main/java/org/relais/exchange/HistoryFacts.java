package org.relais.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Concept;
import org.relais.exchange.referral.IncomingAdministration;
import org.relais.exchange.referral.IncomingAllergy;
import org.relais.exchange.referral.IncomingEncounter;
import org.relais.exchange.referral.IncomingObservation;
import org.relais.exchange.referral.IncomingPrescription;
import org.relais.exchange.referral.IncomingProblem;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.IncomingReport;
import org.relais.exchange.referral.Mention;
import org.relais.exchange.referral.SourceKey;
import org.relais.history.GivenCode;
import org.relais.history.GivenValue;
import org.relais.history.ImportedEncounter;
import org.relais.history.ImportedMedication;
import org.relais.history.ImportedObservation;
import org.relais.history.ImportedProblem;

/** The facts of a referral as the history takes them; what it has no column for is put to the account. */
final class HistoryFacts {

    private final Account account;
    private final Map<SourceKey, IncomingObservation> observations;

    HistoryFacts(IncomingReferral referral, Account account) {
        this.account = account;
        this.observations = referral.observations().stream()
                .collect(Collectors.toMap(IncomingObservation::source, Function.identity()));
    }

    ImportedProblem problem(IncomingProblem problem) {
        oneCode("Condition.code.coding", problem.code());
        account.noPlace("Condition.category", !problem.categories().isEmpty());
        account.noPlace("Condition.encounter", problem.encounter() != null);
        return new ImportedProblem(
                SourceName.key(problem.source()),
                FactWords.code(problem.code()),
                problem.clinicalStatus(),
                problem.verification(),
                FactWords.words(problem.severity()),
                FactWords.time(problem.onset()),
                problem.onsetText(),
                FactWords.time(problem.abatement()),
                FactWords.time(problem.recorded()),
                FactWords.lines(problem.remarks()));
    }

    /** An allergy that is over: nothing to warn of, and part of what happened. */
    ImportedProblem pastAllergy(IncomingAllergy allergy) {
        return new ImportedProblem(
                SourceName.key(allergy.source()),
                FactWords.code(allergy.substance()),
                allergy.clinicalStatus(),
                allergy.verification(),
                allergy.criticality(),
                FactWords.time(allergy.onset()),
                null,
                null,
                FactWords.time(allergy.recorded()),
                FactWords.lines(FactWords.both(AlertFacts.reactions(allergy), allergy.remarks())));
    }

    ImportedMedication prescription(IncomingPrescription order) {
        oneCode("MedicationRequest.medication.coding", order.medication());
        account.noPlace(
                "MedicationRequest.intent",
                order.intent() != null && !order.intent().equals("order"));
        account.noPlace("MedicationRequest.category", !order.categories().isEmpty());
        account.noPlace("MedicationRequest.encounter", order.encounter() != null);
        return new ImportedMedication(
                SourceName.key(order.source()),
                ImportedMedication.Kind.ORDERED,
                FactWords.code(order.medication()),
                order.status(),
                FactWords.dosage(order.dosages()),
                FactWords.time(order.authored()),
                FactWords.text(order.requester()),
                reasons(order.reasons(), order.reasonEntries()),
                FactWords.lines(order.remarks()));
    }

    ImportedMedication administration(IncomingAdministration given) {
        oneCode("MedicationAdministration.medication.coding", given.medication());
        account.noPlace("MedicationAdministration.effectivePeriod.end", given.end() != null);
        account.noPlace("MedicationAdministration.context", given.encounter() != null);
        var dosage = new ArrayList<@Nullable String>();
        dosage.add(given.dosageText());
        dosage.add(FactWords.quantity(given.dose()));
        dosage.add(FactWords.quantity(given.rate()));
        dosage.add(FactWords.words(given.route()));
        return new ImportedMedication(
                SourceName.key(given.source()),
                ImportedMedication.Kind.GIVEN,
                FactWords.code(given.medication()),
                given.status(),
                FactWords.list(dosage),
                FactWords.time(given.start()),
                null,
                reasons(given.reasons(), given.reasonEntries()),
                FactWords.lines(given.remarks()));
    }

    ImportedEncounter encounter(IncomingEncounter encounter) {
        account.noPlace("Encounter.participant", !encounter.participants().isEmpty());
        account.noPlace("Encounter.hospitalization.dischargeDisposition", encounter.dischargedTo() != null);
        account.noPlace("Encounter.type", encounter.types().size() > 1);
        var kind = encounter.kind();
        var type = encounter.types().isEmpty()
                ? new GivenCode(
                        kind == null ? null : kind.system(),
                        kind == null ? null : kind.code(),
                        kind == null || kind.display() == null ? "" : kind.display())
                : FactWords.code(encounter.types().getFirst());
        var places = new ArrayList<@Nullable String>();
        places.add(FactWords.text(encounter.provider()));
        places.addAll(FactWords.mentions(encounter.locations()));
        return new ImportedEncounter(
                SourceName.key(encounter.source()),
                kind == null ? null : kind.code(),
                type,
                encounter.status(),
                FactWords.time(encounter.start()),
                FactWords.time(encounter.end()),
                FactWords.list(places),
                reasons(encounter.reasons(), encounter.reasonEntries()));
    }

    ImportedObservation observation(IncomingObservation observation) {
        oneCode("Observation.code.coding", observation.code());
        account.noPlace("Observation.effectivePeriod.end", observation.until() != null);
        account.noPlace("Observation.issued", observation.at() != null && observation.issued() != null);
        account.noPlace("Observation.encounter", observation.encounter() != null);
        account.noPlace("Observation.performer", !observation.performers().isEmpty());
        var parts = new ArrayList<ImportedObservation.Part>();
        for (var component : observation.components()) {
            var value = FactWords.value(component.value());
            var absent = FactWords.words(component.absentReason());
            parts.add(new ImportedObservation.Part(
                    FactWords.code(component.code()), value == null && absent != null ? GivenValue.of(absent) : value));
        }
        observation.members().forEach(member -> parts.add(part(member)));
        var remarks = new ArrayList<@Nullable String>(observation.remarks());
        remarks.add(FactWords.words(observation.absentReason()));
        remarks.addAll(FactWords.concepts(observation.interpretations()));
        return new ImportedObservation(
                SourceName.key(observation.source()),
                category(observation.categories()),
                FactWords.code(observation.code()),
                observation.status(),
                FactWords.time(observation.at()),
                FactWords.value(observation.value()),
                parts,
                FactWords.lines(remarks));
    }

    /** A report as an observation of its own that gathers its results, with their values where the file has them. */
    ImportedObservation report(IncomingReport report) {
        oneCode("DiagnosticReport.code.coding", report.code());
        account.noPlace("DiagnosticReport.effectivePeriod.end", report.until() != null);
        account.noPlace("DiagnosticReport.issued", report.at() != null && report.issued() != null);
        account.noPlace("DiagnosticReport.encounter", report.encounter() != null);
        account.noPlace("DiagnosticReport.performer", !report.performers().isEmpty());
        var remarks = new ArrayList<@Nullable String>();
        remarks.add(report.conclusion());
        remarks.addAll(FactWords.concepts(report.conclusionCodes()));
        return new ImportedObservation(
                SourceName.key(report.source()),
                category(report.categories()),
                FactWords.code(report.code()),
                report.status(),
                FactWords.time(report.at()),
                report.text() == null ? null : GivenValue.of(report.text()),
                report.results().stream().map(this::part).toList(),
                FactWords.lines(remarks));
    }

    private ImportedObservation.Part part(Mention mention) {
        var entry = mention.entry() == null ? null : observations.get(mention.entry());
        return entry == null
                ? new ImportedObservation.Part(new GivenCode(null, null, mention.text()), null)
                : new ImportedObservation.Part(FactWords.code(entry.code()), FactWords.value(entry.value()));
    }

    private void oneCode(String path, Concept concept) {
        account.noPlace(path, concept.codes().size() > 1);
    }

    private static @Nullable String reasons(List<Concept> reasons, List<Mention> entries) {
        return FactWords.list(FactWords.both(FactWords.concepts(reasons), FactWords.mentions(entries)));
    }

    private static @Nullable String category(List<Concept> categories) {
        return categories.stream()
                .flatMap(category -> category.codes().stream())
                .map(Concept.Code::code)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
