package org.relais.aftercare;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class AftercareRules {

    @Bean
    RuleKind<AftercareRule> aftercareKind() {
        return AftercareRule.KIND;
    }

    @Bean
    RuleInForce<AftercareRule> aftercareRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, AftercareRule.KIND, AftercareRule.CODE);
    }
}
