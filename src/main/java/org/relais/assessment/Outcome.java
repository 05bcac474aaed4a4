package org.relais.assessment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * A result that is decided by conditions instead of a sum. The outcomes of an instrument are tried in their order and
 * the first that holds is the result.
 *
 * @param when alternatives; none for the last outcome, which holds when no other does
 */
public record Outcome(
        String code,
        Severity severity,
        LocalText label,
        @Nullable LocalText advice,
        List<List<ItemCondition>> when) implements Meaning {

    public Outcome {
        Must.beCode(code, "an outcome");
        Must.bePresent(severity, "severity of outcome " + code);
        Must.bePresent(label, "label of outcome " + code);
        when = Must.orNone(when).stream()
                .map(all -> Must.beFilled(all, "conditions of outcome " + code))
                .toList();
    }

    boolean holds(Map<String, ? extends @Nullable Integer> values) {
        return when.isEmpty() || ItemCondition.any(when, values);
    }
}
