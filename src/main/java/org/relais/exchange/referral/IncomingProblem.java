package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A problem or diagnosis. Several active ones of the same code are several facts and all are taken. Some are social
 * findings of high sensitivity.
 *
 * @param clinicalStatus {@code active}, {@code recurrence}, {@code relapse}, {@code inactive}, {@code remission} or
 *     {@code resolved}
 * @param onsetText when it began, where that is not a date
 */
public record IncomingProblem(
        SourceKey source,
        Concept code,
        List<Concept> categories,
        @Nullable Concept severity,
        @Nullable String clinicalStatus,
        @Nullable String verification,
        @Nullable PointInTime onset,
        @Nullable String onsetText,
        @Nullable PointInTime abatement,
        @Nullable PointInTime recorded,
        @Nullable Mention encounter,
        List<String> remarks) {

    public IncomingProblem {
        categories = List.copyOf(categories);
        remarks = List.copyOf(remarks);
    }
}
