package org.relais.reintegration;

import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.plan.GoalStepSource;

/** Tells the care plan that the steps of reintegration serve its goals. */
@Component
class GoalServingSteps implements GoalStepSource {

    @Override
    public Set<String> entryTypes() {
        return Set.of(StepDetail.TYPE);
    }
}
