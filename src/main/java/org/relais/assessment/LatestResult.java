package org.relais.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;

/**
 * One of a person's latest results, for a list of several people.
 *
 * @param person as the list asked for them
 * @param centre where it was observed
 * @param instrument the code of the rule; {@link Definitions#EARLY_WARNING} for a set of vital signs
 * @param version the version it was scored with
 * @param occurredAt when it was observed
 * @param recordedAt when it was signed
 * @param findings null where the person locked them: that it was done and when shows all the same
 */
public record LatestResult(
        PersonId person,
        AssessmentId form,
        CentreId centre,
        String instrument,
        int version,
        Instant occurredAt,
        Instant recordedAt,
        StaffId scorer,
        AssessmentStatus status,
        @Nullable Findings findings) {

    /**
     * What was found.
     *
     * @param total null unless scored
     * @param band the code of the band or risk; null unless scored
     * @param severity null unless scored
     * @param alerts the codes of the item alerts that fired
     * @param reason the code of the reason why it could not be used; null when it was
     */
    public record Findings(
            @Nullable Integer total,
            @Nullable String band,
            @Nullable Severity severity,
            List<String> alerts,
            @Nullable String reason) {

        public Findings {
            alerts = List.copyOf(alerts);
        }
    }

    /** The code of the band or risk; null without one, and where the person locked it. */
    public @Nullable String band() {
        return findings == null ? null : findings.band();
    }
}
