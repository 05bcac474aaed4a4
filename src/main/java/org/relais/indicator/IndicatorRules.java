package org.relais.indicator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleKind;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class IndicatorRules {

    @Bean
    RuleKind<IndicatorRule> indicatorRuleKind() {
        return IndicatorRule.KIND;
    }
}
