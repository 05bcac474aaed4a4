package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A note written elsewhere.
 *
 * @param status {@code current}, or {@code superseded} by a later note
 * @param text plain text as written, surrounding blank lines included; several parts stand one after the other
 * @param authors names, as good as they could be resolved
 */
public record IncomingNote(
        SourceKey source,
        @Nullable String status,
        @Nullable Concept type,
        List<Concept> categories,
        @Nullable PointInTime written,
        List<Mention> authors,
        @Nullable Mention custodian,
        List<Mention> encounters,
        @Nullable String title,
        String text) {

    public IncomingNote {
        categories = List.copyOf(categories);
        authors = List.copyOf(authors);
        encounters = List.copyOf(encounters);
    }
}
