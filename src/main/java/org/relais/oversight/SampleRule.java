package org.relais.oversight;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/**
 * One version of the rule of the monthly sample, as read from {@code rules/access-sample}.
 *
 * @param size how many accesses
 * @param ofUnusual how many of them at most are drawn among the unusual ones
 * @param weights by the code of the rule of unusual access: twice the weight, twice as likely to be drawn first
 * @param dueDays within how many days after the month it is signed
 */
public record SampleRule(RuleHeader rule, int size, int ofUnusual, Map<String, Integer> weights, int dueDays)
        implements Rule {

    static final RuleKind<SampleRule> KIND =
            new RuleKind<>("access-sample", SampleRule.class, SampleRule::requireSense);

    public SampleRule {
        weights = Map.copyOf(weights);
    }

    private void requireSense() {
        if (size < 1 || ofUnusual < 0 || ofUnusual > size || dueDays < 1) {
            throw new IllegalArgumentException("A sample has a size, a part of it, and days to sign it in");
        }
        if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("Weights are counted from 1");
        }
    }

    /** The weight of an access that these rules found: the weights together; 0 where none of them has one. */
    int weight(Collection<String> codes) {
        return codes.stream().mapToInt(code -> weights.getOrDefault(code, 0)).sum();
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<SampleRule> sampleRuleKind() {
            return KIND;
        }

        @Bean
        RuleInForce<SampleRule> sampleRule(Rules rules, Clock clock) {
            return new RuleInForce<>(rules, clock, KIND, "MONTHLY_SAMPLE");
        }
    }
}
