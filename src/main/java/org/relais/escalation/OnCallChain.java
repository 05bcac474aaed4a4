package org.relais.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;

/**
 * Who is asked to answer, in which order.
 *
 * @param steps each of functions that are asked together
 * @param nextAfterPercent after which part of the rule's time without an answer the next step is asked too
 */
public record OnCallChain(List<List<StaffFunction>> steps, int nextAfterPercent) {

    public OnCallChain {
        steps = RuleMust.beFilled(steps, "steps of the chain").stream()
                .map(step -> RuleMust.beFilled(step, "functions of a step"))
                .toList();
        RuleMust.hold(nextAfterPercent > 0 && nextAfterPercent <= 100, "A chain that never moves on");
    }

    /**
     * Who is asked at a moment, while nobody has answered. Steps whose functions nobody holds are left out, so that no
     * time is lost with them; without time to lose everybody is asked at once.
     *
     * @param within the rule's time
     * @param holders who holds which function that day in the centre
     */
    public Asked at(Instant raised, Duration within, Map<StaffFunction, List<StaffId>> holders, Instant now) {
        var held = steps.stream()
                .map(step -> called(step, holders))
                .filter(step -> !step.isEmpty())
                .toList();
        var pause = within.multipliedBy(nextAfterPercent).dividedBy(100);
        var reached = pause.isZero()
                ? held.size()
                : (int) Math.min(
                        held.size(), Math.max(0, Duration.between(raised, now).dividedBy(pause)) + 1);
        var asked = new ArrayList<Asked.Called>();
        held.subList(0, reached).forEach(asked::addAll);
        return new Asked(
                asked,
                reached < held.size() ? raised.plus(pause.multipliedBy(reached)) : null,
                reached < held.size() ? held.get(reached) : List.of());
    }

    private static List<Asked.Called> called(List<StaffFunction> step, Map<StaffFunction, List<StaffId>> holders) {
        return step.stream()
                .flatMap(function -> holders.getOrDefault(function, List.of()).stream()
                        .map(staff -> new Asked.Called(function, staff)))
                .toList();
    }
}
