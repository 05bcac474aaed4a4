package org.relais.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.staff.Role;

/**
 * One version of the rule of emergency access, as read from {@code rules/emergency-access} (PRI-06).
 *
 * @param reasons what may be chosen as the reason, in this order
 * @param leastExplanation how many characters the explanation has at least
 * @param minutes how long it may be asked for, shortest first
 * @param reviewWorkingDays within how many working days it is reviewed
 * @param roles who may use it
 */
public record EmergencyRule(
        RuleHeader rule,
        List<EmergencyReason> reasons,
        int leastExplanation,
        List<Integer> minutes,
        int reviewWorkingDays,
        Set<Role> roles)
        implements Rule {

    static final RuleKind<EmergencyRule> KIND =
            new RuleKind<>("emergency-access", EmergencyRule.class, EmergencyRule::requireSense);

    public EmergencyRule {
        reasons = List.copyOf(reasons);
        minutes = List.copyOf(minutes);
        roles = Set.copyOf(roles);
    }

    private void requireSense() {
        if (reasons.isEmpty() || minutes.isEmpty() || leastExplanation < 1 || reviewWorkingDays < 1) {
            throw new IllegalArgumentException("Emergency access needs reasons, a duration, an explanation, a review");
        }
        if (minutes.stream().anyMatch(each -> each < 1 || each > 24 * 60)) {
            throw new IllegalArgumentException("Emergency access lasts minutes, a day at most");
        }
    }

    /** The rule in force. */
    @Component
    static class InForce {

        private final Rules rules;
        private final Clock clock;

        InForce(Rules rules, Clock clock) {
            this.rules = rules;
            this.clock = clock;
        }

        EmergencyRule now() {
            return rules.on(KIND, "EMERGENCY_ACCESS", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .orElseThrow(() -> new IllegalStateException("No rule of emergency access in force"));
        }
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<EmergencyRule> emergencyRuleKind() {
            return KIND;
        }
    }
}
