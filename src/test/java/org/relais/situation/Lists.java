package org.relais.situation;

import java.time.Clock;

import org.relais.rules.Rule;
import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The lists as they ship, for tests of the arithmetic alone. */
final class Lists {

    static final NeedsMatrix MATRIX = list(NeedsMatrix.KIND, NeedsMatrix.CODE);
    static final StateList STATES = list(StateList.KIND, StateList.CODE);
    static final BudgetList BUDGET = list(BudgetList.KIND, BudgetList.CODE);
    static final RightList RIGHTS = list(RightList.KIND, RightList.CODE);

    private Lists() {}

    private static <T extends Rule> T list(RuleKind<T> kind, String code) {
        return new RuleInForce<>(new Rules(java.util.List.of(kind)), Clock.systemUTC(), kind, code).now();
    }
}
