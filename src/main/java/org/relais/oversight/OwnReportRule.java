package org.relais.oversight;

import java.time.Clock;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/**
 * One version of the rule of a person's own report (PRI-08), as read from {@code rules/own-access-report}.
 *
 * @param dueDays within how many days after the request it is given
 * @param naming by country profile, how readers stand there
 */
public record OwnReportRule(RuleHeader rule, int dueDays, Map<String, ReaderNaming> naming) implements Rule {

    static final RuleKind<OwnReportRule> KIND =
            new RuleKind<>("own-access-report", OwnReportRule.class, OwnReportRule::requireSense);

    public OwnReportRule {
        naming = Map.copyOf(naming);
    }

    /** Whether a country lets a reader stand there by name; one the rule does not know does not. */
    boolean names(String countryProfile) {
        return naming.get(countryProfile) == ReaderNaming.NAME;
    }

    private void requireSense() {
        if (dueDays < 1) {
            throw new IllegalArgumentException("A report is due after a day at least");
        }
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<OwnReportRule> ownReportRuleKind() {
            return KIND;
        }

        @Bean
        RuleInForce<OwnReportRule> ownReportRule(Rules rules, Clock clock) {
            return new RuleInForce<>(rules, clock, KIND, "OWN_ACCESS_REPORT");
        }
    }
}
