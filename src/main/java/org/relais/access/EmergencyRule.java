package org.relais.access;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleInForce;
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

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<EmergencyRule> emergencyRuleKind() {
            return KIND;
        }

        @Bean
        RuleInForce<EmergencyRule> emergencyRule(Rules rules, Clock clock) {
            return new RuleInForce<>(rules, clock, KIND, "EMERGENCY_ACCESS");
        }
    }
}
