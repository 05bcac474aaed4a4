package org.relais.plan;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kind of rule files that says how often plans are reviewed. */
@Configuration(proxyBeanMethods = false)
class ReviewRules {

    @Bean
    RuleKind<ReviewRule> planReviewKind() {
        return ReviewRule.KIND;
    }

    @Bean
    RuleInForce<ReviewRule> planReviewRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, ReviewRule.KIND, ReviewRule.CODE);
    }
}
