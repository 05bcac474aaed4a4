package org.relais.situation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.SocialAssessmentId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A signed rating of a person's needs.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param rule the version of the {@link NeedsMatrix} it was rated with
 * @param mean as it was worked out when it was signed; null for an incomplete one
 * @param supersedes the rating in whose place it stands
 * @param reason why it stands there
 * @param supersededBy what stands in its place; null while it holds
 */
public record NeedsRating(
        SocialAssessmentId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        int rule,
        Occasion occasion,
        LocalDate assessedOn,
        @Nullable BigDecimal mean,
        List<Need> needs,
        @Nullable String comment,
        @Nullable SocialAssessmentId supersedes,
        @Nullable String reason,
        @Nullable SocialAssessmentId supersededBy,
        Instant signedAt,
        StaffId signedBy,
        EntryId entry) {

    public NeedsRating {
        needs = List.copyOf(needs);
    }

    /** Whether nothing stands in its place. */
    public boolean holds() {
        return supersededBy == null;
    }

    /** The level of a domain; empty while it is open. */
    public Optional<Integer> level(NeedDomain domain) {
        return need(domain).map(Need::level);
    }

    public Optional<Need> need(NeedDomain domain) {
        return needs.stream().filter(one -> one.domain() == domain).findFirst();
    }

    /** The levels of the domains that were rated. */
    public Map<NeedDomain, Integer> levels() {
        return needs.stream().collect(Collectors.toMap(Need::domain, Need::level));
    }
}
