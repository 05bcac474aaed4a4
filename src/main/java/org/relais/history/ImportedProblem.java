package org.relais.history;

import org.jspecify.annotations.Nullable;

/**
 * A problem or diagnosis from elsewhere.
 *
 * @param sourceKey names the fact at its source, up to 400 characters, the same however often it is sent
 * @param clinicalStatus {@code active}, {@code recurrence}, {@code relapse}, {@code inactive}, {@code remission} or
 *     {@code resolved} as the source says; it counts as active when the source says nothing
 * @param verification {@code confirmed}, {@code provisional} ... as the source says
 * @param severity in the words of the source
 * @param onsetText when it began, where that is not a date
 */
public record ImportedProblem(
        String sourceKey,
        GivenCode code,
        @Nullable String clinicalStatus,
        @Nullable String verification,
        @Nullable String severity,
        @Nullable GivenTime onset,
        @Nullable String onsetText,
        @Nullable GivenTime abated,
        @Nullable GivenTime recorded,
        @Nullable String remark) {}
