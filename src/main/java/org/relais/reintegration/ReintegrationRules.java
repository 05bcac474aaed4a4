package org.relais.reintegration;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kinds of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class ReintegrationRules {

    @Bean
    RuleKind<StuckRule> stuckRuleKind() {
        return StuckRule.KIND;
    }

    @Bean
    RuleKind<TrackRule> trackRuleKind() {
        return TrackRule.KIND;
    }

    @Bean
    RuleInForce<StuckRule> stuckRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, StuckRule.KIND, StuckRule.CODE);
    }
}
