package org.relais.escalation;

import java.time.LocalDate;
import java.util.List;

import org.relais.rules.Rules;

/** The rule files of the portal, without the portal. */
final class RuleFiles {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private RuleFiles() {}

    /** The rules in force, in their order. */
    static List<EscalationRule> inForce() {
        var kind = new EscalationRuleKind().escalationKind();
        var rules = new Rules(List.of(kind));
        return rules.all(kind).stream()
                .map(rule -> rule.rule().code())
                .distinct()
                .flatMap(code -> rules.on(kind, code, DAY).stream())
                .sorted(EscalationRules.ORDER)
                .toList();
    }
}
