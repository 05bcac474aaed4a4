package org.relais.exchange.fhir;

import java.util.Set;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.SampledData;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.LeftOutReason;

/** Which entries of a readable file are not taken, whatever else they hold. */
final class LeavingOut {

    private static final Set<String> NAMES = Set.of("Practitioner", "PractitionerRole", "Organization", "Location");
    private static final Set<MedicationRequestIntent> NOT_ORDERS =
            Set.of(MedicationRequestIntent.PROPOSAL, MedicationRequestIntent.PLAN, MedicationRequestIntent.OPTION);

    private LeavingOut() {}

    static boolean isName(Entry entry) {
        return NAMES.contains(entry.type());
    }

    /** The reason to leave the entry out, or null. */
    static @Nullable LeftOutReason reason(Entry entry) {
        return switch (entry.resource()) {
            case AllergyIntolerance allergy -> verified(allergy.getVerificationStatus(), allergy.getCode());
            case Condition problem -> verified(problem.getVerificationStatus(), problem.getCode());
            case MedicationRequest order -> order(order);
            case MedicationAdministration given -> given(given);
            case Encounter encounter -> encounter(encounter);
            case Observation observation -> observation(observation);
            case DocumentReference note ->
                note.getStatus() == DocumentReferenceStatus.ENTEREDINERROR ? LeftOutReason.ENTERED_IN_ERROR : null;
            case DiagnosticReport report -> report(report);
            default -> isName(entry) ? LeftOutReason.USED_FOR_NAMES : LeftOutReason.NOT_PART_OF_A_REFERRAL;
        };
    }

    /** Whether the sender forbids reading it without knowing an extension (FHIR R4, modifier extensions). */
    static boolean modified(Entry entry) {
        return entry.json().has("implicitRules")
                || !entry.json().findValues("modifierExtension").isEmpty();
    }

    private static @Nullable LeftOutReason verified(CodeableConcept verification, CodeableConcept code) {
        if (has(verification, "entered-in-error")) {
            return LeftOutReason.ENTERED_IN_ERROR;
        }
        if (has(verification, "refuted")) {
            return LeftOutReason.REFUTED;
        }
        return code.isEmpty() ? LeftOutReason.NO_CODE : null;
    }

    private static @Nullable LeftOutReason order(MedicationRequest order) {
        if (order.getStatus() == MedicationRequestStatus.ENTEREDINERROR) {
            return LeftOutReason.ENTERED_IN_ERROR;
        }
        if (order.getDoNotPerform() || order.getStatus() == MedicationRequestStatus.CANCELLED) {
            return LeftOutReason.NOT_DONE;
        }
        if (order.hasIntent() && NOT_ORDERS.contains(order.getIntent())) {
            return LeftOutReason.NOT_AN_ORDER;
        }
        return order.hasMedication() ? null : LeftOutReason.NO_CODE;
    }

    private static @Nullable LeftOutReason given(MedicationAdministration given) {
        if (given.getStatus() == MedicationAdministrationStatus.ENTEREDINERROR) {
            return LeftOutReason.ENTERED_IN_ERROR;
        }
        if (given.getStatus() == MedicationAdministrationStatus.NOTDONE) {
            return LeftOutReason.NOT_DONE;
        }
        if (given.getEffective() instanceof Period period && backwards(period)) {
            return LeftOutReason.ENDS_BEFORE_START;
        }
        return given.hasMedication() ? null : LeftOutReason.NO_CODE;
    }

    private static @Nullable LeftOutReason encounter(Encounter encounter) {
        if (encounter.getStatus() == EncounterStatus.ENTEREDINERROR) {
            return LeftOutReason.ENTERED_IN_ERROR;
        }
        if (encounter.getStatus() == EncounterStatus.CANCELLED) {
            return LeftOutReason.NOT_DONE;
        }
        return backwards(encounter.getPeriod()) ? LeftOutReason.ENDS_BEFORE_START : null;
    }

    private static @Nullable LeftOutReason observation(Observation observation) {
        if (observation.getStatus() == ObservationStatus.ENTEREDINERROR) {
            return LeftOutReason.ENTERED_IN_ERROR;
        }
        if (observation.getStatus() == ObservationStatus.CANCELLED) {
            return LeftOutReason.NOT_DONE;
        }
        if (observation.hasFocus()) {
            return LeftOutReason.ABOUT_ANOTHER;
        }
        if (observation.getCode().isEmpty()) {
            return LeftOutReason.NO_CODE;
        }
        var curve = observation.getValue() instanceof SampledData
                || observation.getComponent().stream().anyMatch(each -> each.getValue() instanceof SampledData);
        return curve ? LeftOutReason.SAMPLED_CURVE : null;
    }

    private static @Nullable LeftOutReason report(DiagnosticReport report) {
        if (report.getStatus() == DiagnosticReportStatus.ENTEREDINERROR) {
            return LeftOutReason.ENTERED_IN_ERROR;
        }
        if (report.getStatus() == DiagnosticReportStatus.CANCELLED) {
            return LeftOutReason.NOT_DONE;
        }
        return report.getCode().isEmpty() ? LeftOutReason.NO_CODE : null;
    }

    private static boolean backwards(Period period) {
        var start = FhirValues.time(period.getStartElement());
        var end = FhirValues.time(period.getEndElement());
        return start != null && end != null && end.at().isBefore(start.at()) && start.precision() == end.precision();
    }

    private static boolean has(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(each -> code.equals(each.getCode()));
    }
}
