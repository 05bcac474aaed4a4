package org.relais.reintegration;

import java.time.Duration;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * From when a step that nothing moves counts as stuck, and when one made of a need is due, as read from {@code rules/reintegration-caseload}.
 *
 * @param stuckAfterDays days without a change or a contact
 * @param needDueDays when a step made of a need without a day of its own is due, in days
 */
public record StuckRule(RuleHeader rule, int stuckAfterDays, int needDueDays) implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "CASELOAD";

    /** Where its versions are. */
    public static final RuleKind<StuckRule> KIND =
            new RuleKind<>("reintegration-caseload", StuckRule.class, StuckRule::check);

    Duration after() {
        return Duration.ofDays(stuckAfterDays);
    }

    private void check() {
        if (stuckAfterDays < 1 || needDueDays < 1) {
            throw new IllegalArgumentException("A number of days is one at least");
        }
    }
}
