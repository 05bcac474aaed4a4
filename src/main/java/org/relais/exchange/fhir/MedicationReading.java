package org.relais.exchange.fhir;

import java.util.ArrayList;
import java.util.List;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.IncomingAdministration;
import org.relais.exchange.referral.IncomingPrescription;
import org.relais.exchange.referral.IncomingPrescription.Dosage;
import org.relais.exchange.referral.Quantity;

/** Reads what was prescribed and what was given. */
final class MedicationReading {

    private final Referents referents;

    MedicationReading(Referents referents) {
        this.referents = referents;
    }

    /** The prescription, or null when its medication is not named. */
    @Nullable
    IncomingPrescription prescription(Entry entry) {
        var order = (MedicationRequest) entry.resource();
        var medication = referents.medication(order.getMedication(), order);
        if (medication == null) {
            return null;
        }
        return new IncomingPrescription(
                referents.key(entry),
                order.hasStatus() ? order.getStatus().toCode() : null,
                order.hasIntent() ? order.getIntent().toCode() : null,
                medication,
                FhirValues.concepts(order.getCategory()),
                FhirValues.time(order.getAuthoredOnElement()),
                referents.mention(order.getRequester()),
                referents.mention(order.getEncounter()),
                FhirValues.concepts(order.getReasonCode()),
                referents.mentions(order.getReasonReference()),
                order.getDosageInstruction().stream()
                        .map(MedicationReading::dosage)
                        .toList(),
                FhirValues.remarks(order.getNote()));
    }

    /** The administration, or null when its medication is not named. */
    @Nullable
    IncomingAdministration administration(Entry entry) {
        var given = (MedicationAdministration) entry.resource();
        var medication = referents.medication(given.getMedication(), given);
        if (medication == null) {
            return null;
        }
        var period = given.getEffective() instanceof Period over ? over : new Period();
        var start = given.getEffective() instanceof DateTimeType at ? at : period.getStartElement();
        var dosage = given.getDosage();
        return new IncomingAdministration(
                referents.key(entry),
                given.hasStatus() ? given.getStatus().toCode() : null,
                medication,
                FhirValues.time(start),
                FhirValues.time(period.getEndElement()),
                dosage.getText(),
                FhirValues.quantity(dosage.getDose()),
                dosage.getRate() instanceof org.hl7.fhir.r4.model.Quantity rate ? FhirValues.quantity(rate) : null,
                FhirValues.concept(dosage.getRoute()),
                referents.mention(given.getContext()),
                FhirValues.concepts(given.getReasonCode()),
                referents.mentions(given.getReasonReference()),
                FhirValues.remarks(given.getNote()));
    }

    private static Dosage dosage(org.hl7.fhir.r4.model.Dosage dosage) {
        var repeat = dosage.getTiming().getRepeat();
        return new Dosage(
                dosage.getText(),
                asNeeded(dosage.getAsNeeded()),
                dosage.getDoseAndRate().stream()
                        .flatMap(each -> doses(each.getDose()).stream())
                        .toList(),
                repeat.hasFrequency() ? repeat.getFrequency() : null,
                repeat.getPeriod(),
                repeat.hasPeriodUnit() ? repeat.getPeriodUnit().toCode() : null,
                FhirValues.concept(dosage.getRoute()),
                FhirValues.concepts(dosage.getAdditionalInstruction()));
    }

    private static @Nullable Boolean asNeeded(@Nullable Type asNeeded) {
        return switch (asNeeded) {
            case BooleanType flag -> flag.booleanValue();
            case CodeableConcept reason -> !reason.isEmpty();
            case null, default -> null;
        };
    }

    private static List<Quantity> doses(@Nullable Type dose) {
        var doses = new ArrayList<Quantity>();
        if (dose instanceof org.hl7.fhir.r4.model.Quantity one) {
            add(doses, one);
        } else if (dose instanceof Range range) {
            add(doses, range.getLow());
            add(doses, range.getHigh());
        }
        return doses;
    }

    private static void add(List<Quantity> doses, org.hl7.fhir.r4.model.Quantity dose) {
        var quantity = FhirValues.quantity(dose);
        if (quantity != null) {
            doses.add(quantity);
        }
    }
}
