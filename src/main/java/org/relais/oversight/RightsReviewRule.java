package org.relais.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
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

    /** The rule in force. */
    @Component
    static class InForce {

        private final Rules rules;
        private final Clock clock;

        InForce(Rules rules, Clock clock) {
            this.rules = rules;
            this.clock = clock;
        }

        RightsReviewRule now() {
            return rules.on(KIND, "RIGHTS_REVIEW", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .orElseThrow(() -> new IllegalStateException("No rule of the review of rights in force"));
        }
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<RightsReviewRule> rightsReviewRuleKind() {
            return KIND;
        }
    }
}
