package org.relais.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The version of one rule that applies today (UTC). A room declares it as a bean beside the rule's kind. */
public final class RuleInForce<T extends Rule> {

    private final Rules rules;
    private final Clock clock;
    private final RuleKind<T> kind;
    private final String code;

    public RuleInForce(Rules rules, Clock clock, RuleKind<T> kind, String code) {
        this.rules = rules;
        this.clock = clock;
        this.kind = kind;
        this.code = code;
    }

    /**
     * The rule as it applies now.
     *
     * @throws IllegalStateException when no version is in force yet
     */
    public T now() {
        return rules.on(kind, code, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .orElseThrow(() -> new IllegalStateException("No version of the rule " + code + " is in force"));
    }
}
