package org.relais.history;

import org.jspecify.annotations.Nullable;

/**
 * A medication ordered or given elsewhere. Not an order here.
 *
 * @param sourceKey names the fact at its source, up to 400 characters, the same however often it is sent
 * @param status as the source says
 * @param dosage in words, as given; often nothing
 * @param authored when it was ordered, or when the giving began
 * @param reason in the words of the source
 */
public record ImportedMedication(
        String sourceKey,
        Kind kind,
        GivenCode code,
        @Nullable String status,
        @Nullable String dosage,
        @Nullable GivenTime authored,
        @Nullable String requester,
        @Nullable String reason,
        @Nullable String remark) {

    /** Whether it was only ordered or taken under eyes. */
    public enum Kind {
        ORDERED,
        GIVEN;

        /** The key of its word in the bundles. */
        public String key() {
            return this == ORDERED ? "history.medication.ordered" : "history.medication.given";
        }
    }
}
