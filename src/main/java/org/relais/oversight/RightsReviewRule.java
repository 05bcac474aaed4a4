package org.relais.oversight;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/**
 * One version of the rule of the review of rights, as read from {@code rules/rights-review}.
 *
 * @param dormantAfterDays after how many days without an act an account is dormant
 * @param reviewEveryDays after how many days the next review is due
 */
public record RightsReviewRule(RuleHeader rule, int dormantAfterDays, int reviewEveryDays) implements Rule {

    static final RuleKind<RightsReviewRule> KIND =
            new RuleKind<>("rights-review", RightsReviewRule.class, RightsReviewRule::requireSense);

    Duration dormantAfter() {
        return Duration.ofDays(dormantAfterDays);
    }

    private void requireSense() {
        if (dormantAfterDays < 1 || reviewEveryDays < 1) {
            throw new IllegalArgumentException("The review of rights counts in days, one at least");
        }
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<RightsReviewRule> rightsReviewRuleKind() {
            return KIND;
        }

        @Bean
        RuleInForce<RightsReviewRule> rightsReviewRule(Rules rules, Clock clock) {
            return new RuleInForce<>(rules, clock, KIND, "RIGHTS_REVIEW");
        }
    }
}
