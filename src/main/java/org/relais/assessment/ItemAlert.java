package org.relais.assessment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * Something that must be seen at once when single items are rated high, whatever the total and even when the form is
 * not finished.
 *
 * @param code the name of the alert, such as the escalation rule it announces
 * @param when alternatives; the alert fires when every condition of any alternative holds
 */
public record ItemAlert(String code, Severity severity, LocalText text, List<List<AnyAtLeast>> when) {

    /** Holds when at least one of the items has this value or a higher one. */
    public record AnyAtLeast(List<String> anyOf, int atLeast) {

        public AnyAtLeast {
            anyOf = Must.beFilled(anyOf, "items of an alert");
        }

        boolean holds(Map<String, ? extends @Nullable Integer> values) {
            return anyOf.stream().anyMatch(item -> {
                var value = values.get(item);
                return value != null && value >= atLeast;
            });
        }
    }

    public ItemAlert {
        Must.beCode(code, "an alert");
        Must.bePresent(severity, "severity of alert " + code);
        Must.bePresent(text, "text of alert " + code);
        when = Must.beFilled(when, "conditions of alert " + code).stream()
                .map(all -> Must.beFilled(all, "conditions of alert " + code))
                .toList();
    }

    boolean fires(Map<String, ? extends @Nullable Integer> values) {
        return when.stream().anyMatch(all -> all.stream().allMatch(condition -> condition.holds(values)));
    }
}
