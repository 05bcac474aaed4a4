package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A medication given elsewhere.
 *
 * @param dose the amount, where given; the unit may be missing
 * @param rate for an infusion
 */
public record IncomingAdministration(
        SourceKey source,
        @Nullable String status,
        Concept medication,
        @Nullable PointInTime start,
        @Nullable PointInTime end,
        @Nullable String dosageText,
        @Nullable Quantity dose,
        @Nullable Quantity rate,
        @Nullable Concept route,
        @Nullable Mention encounter,
        List<Concept> reasons,
        List<Mention> reasonEntries,
        List<String> remarks) {

    public IncomingAdministration {
        reasons = List.copyOf(reasons);
        reasonEntries = List.copyOf(reasonEntries);
        remarks = List.copyOf(remarks);
    }
}
