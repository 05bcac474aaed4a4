package org.relais.oversight;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.audit.AccessAction;
import org.relais.audit.QuestionTerms;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * One version of one rule of unusual access, as read from {@code rules/unusual-access}. An access is unusual by it when
 * every condition holds and, where the rule counts, the number is exceeded.
 *
 * @param mark what readers call it, such as {@code R4}
 * @param refusals whether an access that was refused counts too
 * @param actions what must have been done; empty for anything done to a record
 */
public record UnusualAccessRule(
        RuleHeader rule,
        String mark,
        UnusualCard card,
        boolean refusals,
        Set<AccessAction> actions,
        List<Condition> conditions,
        @Nullable Volume volume)
        implements Rule {

    static final RuleKind<UnusualAccessRule> KIND =
            new RuleKind<>("unusual-access", UnusualAccessRule.class, UnusualAccessRule::requireSense);

    public UnusualAccessRule {
        actions = actions == null ? Set.of() : Set.copyOf(actions);
        conditions = List.copyOf(conditions);
    }

    private void requireSense() {
        if (mark == null || mark.isBlank() || card == null) {
            throw new IllegalArgumentException("A rule of unusual access has a mark and a card");
        }
        if (conditions.isEmpty() && actions.isEmpty() && volume == null) {
            throw new IllegalArgumentException("Every access would be unusual");
        }
        if (volume != null && (volume.records() < 1 || volume.minutes() < 1)) {
            throw new IllegalArgumentException("A volume counts records within minutes");
        }
    }

    /**
     * What must be answered how.
     *
     * @param question the code of an {@link org.relais.audit.AccessQuestion}
     */
    public record Condition(
            String question, boolean answer, @Nullable Map<String, String> terms) {

        QuestionTerms questionTerms() {
            return terms == null ? QuestionTerms.NONE : new QuestionTerms(terms);
        }
    }

    /** More than so many records within so many minutes. */
    public record Volume(int records, int minutes) {}

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<UnusualAccessRule> unusualAccessRuleKind() {
            return KIND;
        }
    }
}
