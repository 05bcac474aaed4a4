package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An allergy or intolerance.
 *
 * @param substance what it is to; may be a general finding that names no substance
 * @param type {@code allergy} or {@code intolerance}
 * @param criticality {@code low}, {@code high} or {@code unable-to-assess}
 * @param clinicalStatus {@code active}, {@code inactive} or {@code resolved}
 * @param verification {@code unconfirmed}, {@code confirmed} ...; refuted ones are never taken
 */
public record IncomingAllergy(
        SourceKey source,
        Concept substance,
        @Nullable String type,
        List<String> categories,
        @Nullable String criticality,
        @Nullable String clinicalStatus,
        @Nullable String verification,
        @Nullable PointInTime onset,
        @Nullable PointInTime recorded,
        List<Reaction> reactions,
        List<String> remarks) {

    public IncomingAllergy {
        categories = List.copyOf(categories);
        reactions = List.copyOf(reactions);
        remarks = List.copyOf(remarks);
    }

    /**
     * What happened.
     *
     * @param severity {@code mild}, {@code moderate} or {@code severe}
     */
    public record Reaction(
            @Nullable Concept substance,
            List<Concept> manifestations,
            @Nullable String severity,
            @Nullable String description) {

        public Reaction {
            manifestations = List.copyOf(manifestations);
        }
    }
}
