package org.relais.situation;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The kinds of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
class SituationRules {

    @Bean
    RuleKind<NeedsMatrix> needsMatrixKind() {
        return NeedsMatrix.KIND;
    }

    @Bean
    RuleKind<StateList> stateListKind() {
        return StateList.KIND;
    }

    @Bean
    RuleKind<BudgetList> budgetListKind() {
        return BudgetList.KIND;
    }

    @Bean
    RuleKind<RightList> rightListKind() {
        return RightList.KIND;
    }

    @Bean
    RuleInForce<NeedsMatrix> needsMatrixInForce(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, NeedsMatrix.KIND, NeedsMatrix.CODE);
    }

    @Bean
    RuleInForce<StateList> stateListInForce(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, StateList.KIND, StateList.CODE);
    }

    @Bean
    RuleInForce<BudgetList> budgetListInForce(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, BudgetList.KIND, BudgetList.CODE);
    }

    @Bean
    RuleInForce<RightList> rightListInForce(Rules rules, Clock clock) {
        return new RuleInForce<>(rules, clock, RightList.KIND, RightList.CODE);
    }
}
