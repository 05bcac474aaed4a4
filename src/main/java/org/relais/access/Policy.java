package org.relais.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.staff.Role;

/** The matrix in force. */
@Component
class Policy {

    private static final String CODE = "ROLE_BY_SECTION";

    private final Rules rules;
    private final Clock clock;

    Policy(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    Level level(Role role, Section section) {
        return section == Section.RECORD ? recordLevel(role) : matrix().level(role, section);
    }

    boolean writable(Role role, Section section) {
        return section != Section.RECORD && matrix().writable(role, section);
    }

    /** Whether there is any person for whom the role may do this. */
    boolean everOpens(Role role, Section section, Right right) {
        return right == Right.WRITE
                ? writable(role, section)
                : level(role, section).atLeast(Level.SUMMARY);
    }

    boolean permits(Role role, Section section, String permission) {
        return matrix().permits(role, section, permission);
    }

    RuleHeader header() {
        return matrix().rule();
    }

    // Whoever may know of the person at all may open the frame; it shows of each section what the matrix gives.
    private Level recordLevel(Role role) {
        return matrix().level(role, Section.ADMINISTRATIVE).atLeast(Level.SUMMARY) ? Level.READ : Level.NONE;
    }

    PolicyMatrix matrix() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rules.on(PolicyMatrix.KIND, CODE, today)
                .orElseThrow(() -> new IllegalStateException("No policy matrix in force"));
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<PolicyMatrix> policyMatrixKind() {
            return PolicyMatrix.KIND;
        }
    }
}
