package org.relais.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * The stored score of some of the items of a form.
 *
 * @param part the code of the sub-score
 * @param band the code of its band; null where it means nothing by itself
 * @param severity null without a band
 */
public record PartResult(
        String part,
        int total,
        @Nullable String band,
        @Nullable Severity severity) {

    static PartResult of(Result.Part scored) {
        var band = scored.band();
        return new PartResult(
                scored.definition().code(),
                scored.total(),
                band == null ? null : band.code(),
                band == null ? null : band.severity());
    }

    /** As one line of text, to be read by {@link #read}. */
    static String text(List<PartResult> parts) {
        return parts.stream()
                .map(part -> part.part + ":" + part.total + ":" + (part.band == null ? "" : part.band) + ":"
                        + (part.severity == null ? "" : part.severity.name()))
                .collect(Collectors.joining(","));
    }

    static List<PartResult> read(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(PartResult::one).toList();
    }

    private static PartResult one(String text) {
        var fields = text.split(":", -1);
        return new PartResult(
                fields[0],
                Integer.parseInt(fields[1]),
                fields[2].isEmpty() ? null : fields[2],
                fields[3].isEmpty() ? null : Severity.valueOf(fields[3]));
    }
}
