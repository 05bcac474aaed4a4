package org.relais.exchange.referral;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A medication as ordered elsewhere. Not an order here.
 *
 * @param status {@code active}, {@code on-hold}, {@code stopped}, {@code completed} ... as the source says
 * @param intent {@code order} and its refinements; proposals and plans are never taken
 * @param medication what was ordered, also where the source keeps the medication as an entry of its own
 * @param dosages often none
 */
public record IncomingPrescription(
        SourceKey source,
        @Nullable String status,
        @Nullable String intent,
        Concept medication,
        List<Concept> categories,
        @Nullable PointInTime authored,
        @Nullable Mention requester,
        @Nullable Mention encounter,
        List<Concept> reasons,
        List<Mention> reasonEntries,
        List<Dosage> dosages,
        List<String> remarks) {

    public IncomingPrescription {
        categories = List.copyOf(categories);
        reasons = List.copyOf(reasons);
        reasonEntries = List.copyOf(reasonEntries);
        dosages = List.copyOf(dosages);
        remarks = List.copyOf(remarks);
    }

    /**
     * How it is to be taken.
     *
     * @param asNeeded null when the source does not say
     * @param doses one amount, or a lowest and a highest; the unit may be missing
     * @param frequency how many times in each period
     * @param periodUnit {@code h}, {@code d}, {@code wk} ...
     */
    public record Dosage(
            @Nullable String text,
            @Nullable Boolean asNeeded,
            List<Quantity> doses,
            @Nullable Integer frequency,
            @Nullable BigDecimal period,
            @Nullable String periodUnit,
            @Nullable Concept route,
            List<Concept> instructions) {

        public Dosage {
            doses = List.copyOf(doses);
            instructions = List.copyOf(instructions);
        }
    }
}
