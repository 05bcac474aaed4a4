package org.relais.situation;

import org.springframework.stereotype.Component;

import org.relais.rules.RuleInForce;
import org.relais.rules.Rules;

/** The lists of the room in force, and the versions that something was told with. */
@Component
public class SituationLists {

    private final Rules rules;
    private final RuleInForce<NeedsMatrix> matrix;
    private final RuleInForce<StateList> states;
    private final RuleInForce<BudgetList> budget;
    private final RuleInForce<RightList> rights;

    SituationLists(
            Rules rules,
            RuleInForce<NeedsMatrix> matrix,
            RuleInForce<StateList> states,
            RuleInForce<BudgetList> budget,
            RuleInForce<RightList> rights) {
        this.rules = rules;
        this.matrix = matrix;
        this.states = states;
        this.budget = budget;
        this.rights = rights;
    }

    public NeedsMatrix matrix() {
        return matrix.now();
    }

    /** The version a rating was made with. */
    public NeedsMatrix matrix(int version) {
        return rules.version(NeedsMatrix.KIND, NeedsMatrix.CODE, version).orElseThrow();
    }

    public StateList states() {
        return states.now();
    }

    /** The version a state was told with. */
    public StateList states(int version) {
        return rules.version(StateList.KIND, StateList.CODE, version).orElseThrow();
    }

    public BudgetList budget() {
        return budget.now();
    }

    /** The version a budget was told with. */
    public BudgetList budget(int version) {
        return rules.version(BudgetList.KIND, BudgetList.CODE, version).orElseThrow();
    }

    public RightList rights() {
        return rights.now();
    }
}
