package org.relais.exchange.referral;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A report that gathers results: a laboratory panel, a questionnaire. A report that only repeats a note is not taken.
 *
 * @param results the observations it gathers, most of them in the same file
 * @param text its plain text; null when it has none, or when that text repeats a note of the file
 */
public record IncomingReport(
        SourceKey source,
        @Nullable String status,
        Concept code,
        List<Concept> categories,
        @Nullable PointInTime at,
        @Nullable PointInTime until,
        @Nullable Instant issued,
        List<Mention> performers,
        @Nullable Mention encounter,
        List<Mention> results,
        @Nullable String conclusion,
        List<Concept> conclusionCodes,
        @Nullable String text) {

    public IncomingReport {
        categories = List.copyOf(categories);
        performers = List.copyOf(performers);
        results = List.copyOf(results);
        conclusionCodes = List.copyOf(conclusionCodes);
    }
}
