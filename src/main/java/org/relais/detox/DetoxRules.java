package org.relais.detox;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kinds of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class DetoxRules {

    @Bean
    RuleKind<DetoxProtocol> detoxProtocolKind() {
        return DetoxProtocol.KIND;
    }

    @Bean
    RuleKind<ObservationTiming> observationTimingKind() {
        return ObservationTiming.KIND;
    }

    @Bean
    RuleKind<WardShifts> wardShiftsKind() {
        return WardShifts.KIND;
    }

    @Bean
    RuleInForce<ObservationTiming> observationTiming(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, ObservationTiming.KIND, ObservationTiming.CODE);
    }
}
