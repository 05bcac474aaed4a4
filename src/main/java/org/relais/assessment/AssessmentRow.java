package org.relais.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;

/**
 * One signed form, already cut to what the grant shows.
 *
 * @param instrument the code of the rule; {@code NEWS2} for a set of vital signs
 * @param version the version it was scored with
 * @param superseded whether a correction stands in its place
 * @param takenBack whether its entry was marked as entered in error
 * @param findings null where only the summary may be read: that it was done, when and by whom
 */
public record AssessmentRow(
        AssessmentId id,
        EntryId entry,
        String instrument,
        int version,
        Instant occurredAt,
        Instant recordedAt,
        CentreId centre,
        StaffId scorer,
        boolean superseded,
        boolean takenBack,
        @Nullable Findings findings) {

    /**
     * What was found.
     *
     * @param total null unless scored
     * @param band the code of the band or risk; null unless scored
     * @param severity null unless scored
     * @param profile the band profile used, or how saturation was read
     * @param values the rated items by code; empty for vital signs
     * @param alerts the codes of the item alerts that fired
     * @param parts the scores of some of the items, in the order of the rule file
     * @param reason the code of the reason why it could not be used
     * @param signs null for an instrument
     * @param bloodEquivalent of the breath alcohol reading, in g/L of blood
     */
    public record Findings(
            AssessmentStatus status,
            @Nullable Integer total,
            @Nullable String band,
            @Nullable Severity severity,
            @Nullable String profile,
            Map<String, Integer> values,
            List<String> alerts,
            List<PartResult> parts,
            @Nullable String reason,
            @Nullable String reasonDetail,
            @Nullable String comment,
            @Nullable VitalSigns signs,
            @Nullable BigDecimal bloodEquivalent) {

        public Findings {
            values = Map.copyOf(values);
            alerts = List.copyOf(alerts);
            parts = List.copyOf(parts);
        }
    }

    /** Whether it counts: in trends, in comparisons, as the last result. */
    public boolean counts() {
        return !superseded && !takenBack;
    }

    /** The place in the list, to read on from. */
    public AssessmentCursor cursor() {
        return new AssessmentCursor(occurredAt, id);
    }
}
