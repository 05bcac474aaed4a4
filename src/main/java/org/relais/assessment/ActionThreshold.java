package org.relais.assessment;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * What is to be done from a total upwards. Actions are not exclusive: a higher total calls for all those below it too.
 *
 * @param code the name of the action, such as the escalation rule it announces
 * @param atLeast the lowest total that calls for it
 * @param withinMinutes how soon, in minutes; null where no time is set
 */
public record ActionThreshold(
        String code,
        int atLeast,
        Severity severity,
        @Nullable Integer withinMinutes,
        LocalText text) {

    public ActionThreshold {
        Must.beCode(code, "an action");
        Must.bePresent(severity, "severity of action " + code);
        Must.bePresent(text, "text of action " + code);
        Must.hold(withinMinutes == null || withinMinutes >= 0, "The action " + code + " ends before it begins");
    }
}
