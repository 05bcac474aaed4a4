package org.relais.escalation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleKind;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class EscalationRuleKind {

    @Bean
    RuleKind<EscalationRule> escalationKind() {
        // Each part refuses for itself what makes no sense
        return new RuleKind<>("escalation", EscalationRule.class, _ -> {});
    }
}
