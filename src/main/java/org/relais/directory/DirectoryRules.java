package org.relais.directory;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class DirectoryRules {

    @Bean
    RuleKind<DirectoryRule> directoryRuleKind() {
        return DirectoryRule.KIND;
    }

    @Bean
    RuleInForce<DirectoryRule> directoryRule(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, DirectoryRule.KIND, DirectoryRule.CODE);
    }
}
