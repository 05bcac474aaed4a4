package org.relais.ultrarapid;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kind of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UltraRapidProperties.class)
class UltraRapidRules {

    @Bean
    RuleKind<UltraRapidChecklist> ultraRapidChecklistKind() {
        return UltraRapidChecklist.KIND;
    }

    @Bean
    RuleInForce<UltraRapidChecklist> ultraRapidChecklist(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, UltraRapidChecklist.KIND, UltraRapidChecklist.CODE);
    }
}
