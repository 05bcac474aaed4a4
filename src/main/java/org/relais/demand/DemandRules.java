package org.relais.demand;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class DemandRules {

    @Bean
    RuleKind<DemandRule> treatmentDemandKind() {
        return DemandRule.KIND;
    }

    @Bean
    RuleInForce<DemandRule> treatmentDemandRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, DemandRule.KIND, DemandRule.CODE);
    }
}
