package org.relais.plan;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.access.Section;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/**
 * One version of the rule of the care plan, as read from {@code rules/care-plan}.
 *
 * @param draftAfterDays after how many days a goal that is still a draft is called back to mind
 * @param emergencyNumbers the number to call in danger, by country profile; {@code DEFAULT} where a profile has none
 * @param personReads the sections whose steps stand on the plan that the person takes home
 */
public record PlanRule(
        RuleHeader rule, int draftAfterDays, Map<String, String> emergencyNumbers, Set<Section> personReads)
        implements Rule {

    private static final String DEFAULT = "DEFAULT";

    static final RuleKind<PlanRule> KIND = new RuleKind<>("care-plan", PlanRule.class, PlanRule::requireSense);

    public PlanRule {
        emergencyNumbers = Map.copyOf(emergencyNumbers);
        personReads = Set.copyOf(personReads);
    }

    /** The number to call in danger where a centre follows this country profile. */
    public String emergencyNumber(String countryProfile) {
        return Objects.requireNonNull(
                emergencyNumbers.getOrDefault(countryProfile, emergencyNumbers.get(DEFAULT)), DEFAULT);
    }

    private void requireSense() {
        if (draftAfterDays < 1 || !personReads.contains(Section.PLAN)) {
            throw new IllegalArgumentException("A care plan reminds after days and shows the person the plan itself");
        }
        if (!emergencyNumbers.containsKey(DEFAULT)
                || emergencyNumbers.values().stream().anyMatch(number -> !number.matches("[0-9]{2,6}"))) {
            throw new IllegalArgumentException("The person is told a number to call, DEFAULT included");
        }
        if (personReads.contains(Section.PROCESS_NOTE) || personReads.contains(Section.AUDIT_LOG)) {
            throw new IllegalArgumentException("Process notes and the log are on no printed plan");
        }
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<PlanRule> planRuleKind() {
            return KIND;
        }

        @Bean
        RuleInForce<PlanRule> planRule(Rules rules, Clock clock) {
            return new RuleInForce<>(rules, clock, KIND, "CARE_PLAN");
        }
    }
}
