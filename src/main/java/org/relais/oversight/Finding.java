package org.relais.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.rules.RuleHeader;
import org.relais.shared.CentreId;
import org.relais.shared.FindingId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One unusual access. Ids and closed words only.
 *
 * @param rule the version of the rule that found it
 * @param mark what readers call the rule
 * @param person null where the rule is about no one person
 * @param row the first row of the access log it was found in
 * @param records how many records at least, where the rule counts them
 * @param concluded what was said of it; null while nobody has
 */
public record Finding(
        FindingId id,
        RuleHeader rule,
        String mark,
        UnusualCard card,
        StaffId actor,
        String actorRole,
        @Nullable PersonId person,
        @Nullable CentreId centre,
        LocalDate serviceDay,
        UUID row,
        Instant at,
        String action,
        String section,
        @Nullable String basis,
        boolean allowed,
        @Nullable Integer records,
        @Nullable Concluded concluded) {

    /** The key of the rule's name in the bundles. */
    public String ruleKey() {
        return ruleKey(rule.code());
    }

    static String ruleKey(String code) {
        return "oversight.unusual.rule."
                + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
