package org.relais.history;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kinds of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class HistoryRules {

    @Bean
    RuleKind<SubstanceList> substanceListKind() {
        return SubstanceList.KIND;
    }

    @Bean
    RuleInForce<SubstanceList> substanceListInForce(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, SubstanceList.KIND, SubstanceList.CODE);
    }
}
