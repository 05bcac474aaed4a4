package org.relais.assessment;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * What is to be done within a range of totals. Actions are not exclusive: without an upper limit, a higher total calls
 * for all those below it too.
 *
 * @param code the name of the action, such as the escalation rule it announces
 * @param atLeast the lowest total that calls for it; null for no lower limit
 * @param atMost the highest total that calls for it; null for no upper limit
 * @param withinMinutes how soon, in minutes; null where no time is set
 */
public record ActionThreshold(
        String code,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        Severity severity,
        @Nullable Integer withinMinutes,
        LocalText text) {

    public ActionThreshold {
        Must.beCode(code, "an action");
        Must.hold(atLeast != null || atMost != null, "The action " + code + " has no limit");
        Must.hold(
                atLeast == null || atMost == null || atLeast <= atMost, "The action " + code + " is never called for");
        Must.bePresent(severity, "severity of action " + code);
        Must.bePresent(text, "text of action " + code);
        Must.hold(withinMinutes == null || withinMinutes >= 0, "The action " + code + " ends before it begins");
    }

    boolean calledForBy(int total) {
        return (atLeast == null || total >= atLeast) && (atMost == null || total <= atMost);
    }
}
