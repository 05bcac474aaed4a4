package org.relais.exchange.fhir;

import java.math.BigDecimal;
import java.time.LocalTime;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.IncomingObservation;
import org.relais.exchange.referral.IncomingObservation.Component;
import org.relais.exchange.referral.ObservationValue;
import org.relais.exchange.referral.PointInTime;
import org.relais.exchange.referral.Quantity;

/** Reads observations of every shape: a number, a code, a text, components, or nothing but that it was looked at. */
final class ObservationReading {

    private final Referents referents;

    ObservationReading(Referents referents) {
        this.referents = referents;
    }

    IncomingObservation observation(Entry entry) {
        var observation = (Observation) entry.resource();
        return new IncomingObservation(
                referents.key(entry),
                observation.hasStatus() ? observation.getStatus().toCode() : null,
                FhirValues.concepts(observation.getCategory()),
                FhirValues.required(observation.getCode()),
                start(observation.getEffective()),
                end(observation.getEffective()),
                FhirValues.instant(observation.getIssuedElement()),
                value(observation.getValue()),
                FhirValues.concept(observation.getDataAbsentReason()),
                FhirValues.concepts(observation.getInterpretation()),
                observation.getComponent().stream()
                        .map(each -> new Component(
                                FhirValues.required(each.getCode()),
                                value(each.getValue()),
                                FhirValues.concept(each.getDataAbsentReason())))
                        .toList(),
                referents.mentions(observation.getHasMember()),
                referents.mention(observation.getEncounter()),
                referents.mentions(observation.getPerformer()),
                FhirValues.remarks(observation.getNote()));
    }

    static @Nullable PointInTime start(@Nullable Type effective) {
        return switch (effective) {
            case BaseDateTimeType at -> FhirValues.time(at);
            case Period period -> FhirValues.time(period.getStartElement());
            case null, default -> null;
        };
    }

    static @Nullable PointInTime end(@Nullable Type effective) {
        return effective instanceof Period period ? FhirValues.time(period.getEndElement()) : null;
    }

    private static @Nullable ObservationValue value(@Nullable Type value) {
        return switch (value) {
            case org.hl7.fhir.r4.model.Quantity quantity -> measured(FhirValues.quantity(quantity));
            case IntegerType number ->
                measured(new Quantity(BigDecimal.valueOf(number.getValue()), null, null, null, null));
            case CodeableConcept concept -> new ObservationValue.Coded(FhirValues.required(concept));
            case StringType text -> new ObservationValue.Worded(text.getValue());
            case BooleanType flag -> new ObservationValue.YesOrNo(flag.booleanValue());
            case Range range ->
                new ObservationValue.Between(FhirValues.quantity(range.getLow()), FhirValues.quantity(range.getHigh()));
            case Ratio ratio ->
                new ObservationValue.Ratio(
                        FhirValues.quantity(ratio.getNumerator()), FhirValues.quantity(ratio.getDenominator()));
            case TimeType time -> new ObservationValue.TimeOfDay(LocalTime.parse(time.getValue()));
            case BaseDateTimeType time -> at(FhirValues.time(time));
            case Period period -> new ObservationValue.Lasting(start(period), end(period));
            case null, default -> null;
        };
    }

    private static @Nullable ObservationValue measured(@Nullable Quantity quantity) {
        return quantity == null ? null : new ObservationValue.Measured(quantity);
    }

    private static @Nullable ObservationValue at(@Nullable PointInTime time) {
        return time == null ? null : new ObservationValue.At(time);
    }
}
