package org.relais.referral;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class ReferralRules {

    @Bean
    RuleKind<ReferralRule> referralRuleKind() {
        return ReferralRule.KIND;
    }

    @Bean
    RuleInForce<ReferralRule> referralRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, ReferralRule.KIND, ReferralRule.CODE);
    }
}
