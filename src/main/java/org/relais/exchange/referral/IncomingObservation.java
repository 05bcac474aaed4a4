package org.relais.exchange.referral;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A measurement, score or finding made elsewhere. A questionnaire or a blood pressure has components and no value of its
 * own; an observation without either says that something was looked at, and perhaps why nothing was found.
 *
 * @param status {@code final}, {@code preliminary}, {@code amended} ... as the source says
 * @param at when it was true of the person
 * @param until for an observation over a period
 * @param issued when the result was published
 * @param members the observations a panel consists of
 */
public record IncomingObservation(
        SourceKey source,
        @Nullable String status,
        List<Concept> categories,
        Concept code,
        @Nullable PointInTime at,
        @Nullable PointInTime until,
        @Nullable Instant issued,
        @Nullable ObservationValue value,
        @Nullable Concept absentReason,
        List<Concept> interpretations,
        List<Component> components,
        List<Mention> members,
        @Nullable Mention encounter,
        List<Mention> performers,
        List<String> remarks) {

    public IncomingObservation {
        categories = List.copyOf(categories);
        interpretations = List.copyOf(interpretations);
        components = List.copyOf(components);
        members = List.copyOf(members);
        performers = List.copyOf(performers);
        remarks = List.copyOf(remarks);
    }

    /** One line of it: an answer, a systolic pressure. */
    public record Component(
            Concept code,
            @Nullable ObservationValue value,
            @Nullable Concept absentReason) {}
}
