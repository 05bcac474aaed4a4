package org.relais.history;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A measurement, score or finding from elsewhere. A questionnaire or a blood pressure has parts and no value of its
 * own.
 *
 * @param sourceKey names the fact at its source, up to 400 characters, the same however often it is sent
 * @param category in the code of the source, such as {@code vital-signs} or {@code laboratory}
 * @param status as the source says
 * @param effective when it was true of the person
 */
public record ImportedObservation(
        String sourceKey,
        @Nullable String category,
        GivenCode code,
        @Nullable String status,
        @Nullable GivenTime effective,
        @Nullable GivenValue value,
        List<Part> parts,
        @Nullable String remark) {

    public ImportedObservation {
        parts = List.copyOf(parts);
    }

    /** One line of it: an answer, a systolic pressure. */
    public record Part(GivenCode code, @Nullable GivenValue value) {}
}
