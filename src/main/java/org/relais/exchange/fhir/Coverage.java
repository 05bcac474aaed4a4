package org.relais.exchange.fhir;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.relais.exchange.referral.LeftOutReason;

/**
 * Which elements the readings take of each type; whatever else an entry holds is reported as left out. Identifiers of
 * single entries are not listed: the id of the entry serves.
 */
final class Coverage {

    private static final Set<String> EVERYWHERE = Set.of("resourceType", "id", "meta", "language", "identifier");
    private static final Set<String> NARRATIVE_REPEATS = Set.of("generated", "empty");
    private static final Set<String> PROTECTED = Set.of(
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race",
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity",
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex");

    private static final Map<String, Set<String>> TAKEN = Map.of(
            "Patient",
            Set.of(
                    "name",
                    "telecom",
                    "gender",
                    "birthDate",
                    "deceasedBoolean",
                    "deceasedDateTime",
                    "address",
                    "communication"),
            "AllergyIntolerance",
            Set.of(
                    "clinicalStatus",
                    "verificationStatus",
                    "type",
                    "category",
                    "criticality",
                    "code",
                    "patient",
                    "onsetDateTime",
                    "recordedDate",
                    "note",
                    "reaction"),
            "Condition",
            Set.of(
                    "clinicalStatus",
                    "verificationStatus",
                    "category",
                    "severity",
                    "code",
                    "subject",
                    "encounter",
                    "onsetDateTime",
                    "onsetPeriod",
                    "onsetAge",
                    "onsetString",
                    "abatementDateTime",
                    "abatementPeriod",
                    "recordedDate",
                    "note"),
            "MedicationRequest",
            Set.of(
                    "contained",
                    "status",
                    "intent",
                    "category",
                    "doNotPerform",
                    "medicationCodeableConcept",
                    "medicationReference",
                    "subject",
                    "encounter",
                    "authoredOn",
                    "requester",
                    "reasonCode",
                    "reasonReference",
                    "note",
                    "dosageInstruction"),
            "MedicationAdministration",
            Set.of(
                    "contained",
                    "status",
                    "medicationCodeableConcept",
                    "medicationReference",
                    "subject",
                    "context",
                    "effectiveDateTime",
                    "effectivePeriod",
                    "reasonCode",
                    "reasonReference",
                    "note",
                    "dosage"),
            "Medication",
            Set.of("code", "status"),
            "Encounter",
            Set.of(
                    "status",
                    "class",
                    "type",
                    "subject",
                    "participant",
                    "period",
                    "reasonCode",
                    "reasonReference",
                    "hospitalization",
                    "location",
                    "serviceProvider"),
            "Observation",
            Set.of(
                    "status",
                    "category",
                    "code",
                    "subject",
                    "encounter",
                    "effectiveDateTime",
                    "effectivePeriod",
                    "effectiveInstant",
                    "issued",
                    "performer",
                    "valueQuantity",
                    "valueCodeableConcept",
                    "valueString",
                    "valueBoolean",
                    "valueInteger",
                    "valueRange",
                    "valueRatio",
                    "valueTime",
                    "valueDateTime",
                    "valuePeriod",
                    "dataAbsentReason",
                    "interpretation",
                    "note",
                    "hasMember",
                    "component"),
            "DocumentReference",
            Set.of(
                    "status",
                    "type",
                    "category",
                    "subject",
                    "date",
                    "author",
                    "custodian",
                    "description",
                    "content",
                    "context"),
            "DiagnosticReport",
            Set.of(
                    "status",
                    "category",
                    "code",
                    "subject",
                    "encounter",
                    "effectiveDateTime",
                    "effectivePeriod",
                    "issued",
                    "performer",
                    "result",
                    "conclusion",
                    "conclusionCode",
                    "presentedForm"));

    private Coverage() {}

    static void report(Entry entry, Tally tally) {
        var taken = TAKEN.getOrDefault(entry.type(), Set.of());
        for (var field : entry.json().properties()) {
            var name = field.getKey();
            if (name.equals("text")) {
                if (!NARRATIVE_REPEATS.contains(field.getValue().path("status").asText())) {
                    tally.partLeftOut(entry.type() + ".text", LeftOutReason.NO_PLACE_FOR_ELEMENT);
                }
            } else if (name.equals("extension")) {
                extensions(entry.type(), field.getValue(), tally);
            } else if (!taken.contains(name) && !EVERYWHERE.contains(name)) {
                tally.partLeftOut(entry.type() + "." + name, LeftOutReason.NO_PLACE_FOR_ELEMENT);
            } else if (!name.equals("contained")) {
                nestedExtensions(entry.type() + "." + name, field.getValue(), tally);
            }
        }
    }

    private static void nestedExtensions(String path, JsonNode node, Tally tally) {
        for (var child : node.isArray() ? node : List.of(node)) {
            for (var field : child.properties()) {
                if (field.getKey().equals("extension")) {
                    extensions(path, field.getValue(), tally);
                } else if (field.getValue().isContainerNode()) {
                    nestedExtensions(path + "." + field.getKey(), field.getValue(), tally);
                }
            }
        }
    }

    private static void extensions(String path, JsonNode extensions, Tally tally) {
        for (var extension : extensions) {
            var url = extension.path("url").asText();
            tally.partLeftOut(
                    path + ".extension('" + url + "')",
                    PROTECTED.contains(url) ? LeftOutReason.PROTECTED_ORIGIN : LeftOutReason.EXTENSION);
        }
    }
}
