package org.relais.indicator;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kinds of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class IndicatorRules {

    @Bean
    RuleKind<IndicatorRule> indicatorRuleKind() {
        return IndicatorRule.KIND;
    }

    @Bean
    RuleKind<NetworkRule> networkFiguresKind() {
        return NetworkRule.KIND;
    }

    @Bean
    RuleInForce<NetworkRule> networkFiguresRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, NetworkRule.KIND, NetworkRule.CODE);
    }
}
