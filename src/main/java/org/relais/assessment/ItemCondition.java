package org.relais.assessment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Holds when at least one of the items is answered with a value between the two limits.
 *
 * @param atLeast null for no lower limit
 * @param atMost null for no upper limit
 */
public record ItemCondition(
        List<String> anyOf,
        @Nullable Integer atLeast,
        @Nullable Integer atMost) {

    public ItemCondition {
        anyOf = Must.beFilled(anyOf, "items of a condition");
        Must.hold(atLeast != null || atMost != null, "A condition has no limit: " + anyOf);
        Must.hold(atLeast == null || atMost == null || atLeast <= atMost, "A condition never holds: " + anyOf);
    }

    boolean holds(Map<String, ? extends @Nullable Integer> values) {
        return anyOf.stream().anyMatch(item -> {
            var value = values.get(item);
            return value != null && allows(value);
        });
    }

    boolean allows(int value) {
        return (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
    }

    /** Whether every condition of any alternative holds. */
    static boolean any(List<List<ItemCondition>> alternatives, Map<String, ? extends @Nullable Integer> values) {
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(condition -> condition.holds(values)));
    }
}
