package org.relais.plan;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * How often a care plan is reviewed, as read from {@code rules/plan-review}.
 *
 * @param longestMonths how long a plan goes without a review at most
 * @param comingUpDays how many days before its day a review is announced
 */
public record ReviewRule(RuleHeader rule, int longestMonths, int comingUpDays) implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "PLAN_REVIEW";

    /** Where its versions are. */
    public static final RuleKind<ReviewRule> KIND = new RuleKind<>("plan-review", ReviewRule.class, ReviewRule::check);

    private void check() {
        if (longestMonths < 1 || comingUpDays < 0) {
            throw new IllegalArgumentException("A plan is reviewed after a month at the earliest");
        }
    }
}
