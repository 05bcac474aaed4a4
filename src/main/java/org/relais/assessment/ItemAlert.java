package org.relais.assessment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * Something that must be seen at once when single items are rated so, whatever the total and even when the form is not
 * finished.
 *
 * @param code the name of the alert, such as the escalation rule it announces
 * @param when alternatives; the alert fires when every condition of any alternative holds
 */
public record ItemAlert(String code, Severity severity, LocalText text, List<List<ItemCondition>> when) {

    public ItemAlert {
        Must.beCode(code, "an alert");
        Must.bePresent(severity, "severity of alert " + code);
        Must.bePresent(text, "text of alert " + code);
        when = Must.beFilled(when, "conditions of alert " + code).stream()
                .map(all -> Must.beFilled(all, "conditions of alert " + code))
                .toList();
    }

    boolean fires(Map<String, ? extends @Nullable Integer> values) {
        return ItemCondition.any(when, values);
    }
}
