package org.relais.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.audit.AccessQuestion;
import org.relais.audit.AskedAccess;
import org.relais.rules.Rules;

/** The rules in force, and their questions put to the rooms that know. A rule whose question nobody answers is refused. */
@Component
class UnusualAccessRules {

    private final Rules rules;
    private final List<AccessQuestion> questions;
    private final Clock clock;

    UnusualAccessRules(Rules rules, List<AccessQuestion> questions, Clock clock) {
        this.rules = rules;
        this.questions = questions;
        this.clock = clock;
        rules.all(UnusualAccessRule.KIND).forEach(this::requireAnswers);
    }

    /** The newest version of each rule that applies today, by mark. */
    List<UnusualAccessRule> inForce() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rules.all(UnusualAccessRule.KIND).stream()
                .map(rule -> rule.rule().code())
                .distinct()
                .flatMap(code -> rules.on(UnusualAccessRule.KIND, code, today).stream())
                .sorted(java.util.Comparator.comparing(UnusualAccessRule::mark))
                .toList();
    }

    UnusualAccessRule version(String code, int version) {
        return rules.version(UnusualAccessRule.KIND, code, version)
                .orElseThrow(() -> new IllegalStateException("No rule " + code + " " + version));
    }

    /** The rules of one card, in every version. */
    Set<String> codes(UnusualCard card) {
        return rules.all(UnusualAccessRule.KIND).stream()
                .filter(rule -> rule.card() == card)
                .map(rule -> rule.rule().code())
                .collect(Collectors.toSet());
    }

    /** The accesses for which the condition holds. */
    Set<UUID> holding(UnusualAccessRule.Condition condition, Collection<AskedAccess> asked) {
        var yes = new HashSet<UUID>();
        if (!asked.isEmpty()) {
            questions.stream()
                    .filter(question -> question.code().equals(condition.question()))
                    .forEach(question -> yes.addAll(question.yes(asked, condition.questionTerms())));
        }
        return asked.stream()
                .map(AskedAccess::row)
                .filter(row -> yes.contains(row) == condition.answer())
                .collect(Collectors.toSet());
    }

    private void requireAnswers(UnusualAccessRule rule) {
        for (var condition : rule.conditions()) {
            var answered =
                    questions.stream().anyMatch(question -> question.code().equals(condition.question()));
            if (!answered) {
                throw new IllegalStateException("No room answers " + condition.question() + ", which "
                        + rule.rule().code() + " asks");
            }
        }
    }
}
