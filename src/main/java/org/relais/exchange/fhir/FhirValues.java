package org.relais.exchange.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Concept;
import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.PointInTime;
import org.relais.exchange.referral.PointInTime.Precision;
import org.relais.exchange.referral.Quantity;

/** FHIR's data types as the referral's records. */
final class FhirValues {

    // Nobody alive or remembered was born before, and a later year is a slip of a key.
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    private FhirValues() {}

    /** The concept, or null when it says nothing. */
    static @Nullable Concept concept(CodeableConcept concept) {
        return concept.isEmpty() ? null : required(concept);
    }

    static Concept required(CodeableConcept concept) {
        return new Concept(concept.getCoding().stream().map(FhirValues::code).toList(), concept.getText());
    }

    static List<Concept> concepts(List<CodeableConcept> concepts) {
        return concepts.stream().map(FhirValues::required).toList();
    }

    static Concept.Code code(Coding coding) {
        return new Concept.Code(coding.getSystem(), coding.getVersion(), coding.getCode(), coding.getDisplay());
    }

    /** The first code of a status-like concept, or null. */
    static @Nullable String status(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }

    /** The quantity, or null when it has no number. */
    static @Nullable Quantity quantity(org.hl7.fhir.r4.model.@Nullable Quantity quantity) {
        if (quantity == null || !quantity.hasValue()) {
            return null;
        }
        return new Quantity(
                quantity.getValue(),
                quantity.hasComparator() ? quantity.getComparator().toCode() : null,
                quantity.getUnit(),
                quantity.getSystem(),
                quantity.getCode());
    }

    static List<String> remarks(List<Annotation> notes) {
        return notes.stream()
                .map(Annotation::getText)
                .filter(text -> text != null)
                .toList();
    }

    /**
     * The time with the precision it was given in, or null when there is none.
     *
     * @throws Unfit when a time of day has no zone, or the year cannot be meant
     */
    static @Nullable PointInTime time(@Nullable BaseDateTimeType time) {
        if (time == null || !time.hasValue()) {
            return null;
        }
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new Unfit(Fault.DATE_OUT_OF_RANGE, null, time.getValueAsString());
        }
        if (time.hasTime()) {
            if (time.getTimeZone() == null) {
                throw new Unfit(Fault.TIME_WITHOUT_ZONE, null, time.getValueAsString());
            }
            return new PointInTime(time.getValue().toInstant(), Precision.TIME);
        }
        return new PointInTime(firstDay(time).atStartOfDay(ZoneOffset.UTC).toInstant(), precision(time));
    }

    static @Nullable Instant instant(InstantType time) {
        var point = time(time);
        return point == null ? null : point.at();
    }

    static LocalDate firstDay(BaseDateTimeType time) {
        return switch (precision(time)) {
            case YEAR -> LocalDate.of(time.getYear(), 1, 1);
            case MONTH -> LocalDate.of(time.getYear(), time.getMonth() + 1, 1);
            case DAY, TIME -> LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDay());
        };
    }

    private static Precision precision(BaseDateTimeType time) {
        var precision = time.getPrecision();
        if (precision == TemporalPrecisionEnum.YEAR) {
            return Precision.YEAR;
        }
        if (precision == TemporalPrecisionEnum.MONTH) {
            return Precision.MONTH;
        }
        return precision == TemporalPrecisionEnum.DAY ? Precision.DAY : Precision.TIME;
    }
}
