package org.relais.escalation;

import java.time.Duration;
import java.util.List;

import org.relais.assessment.LocalText;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.shared.Severity;

/**
 * One version of one escalation rule, as read from {@code rules/escalation} (domain reference B.4).
 *
 * @param name for what it fires
 * @param response what is to be done
 * @param withinMinutes how soon; 0 for at once
 * @param closedBySystem whether the system may close its alarms; otherwise only somebody does
 * @param chain who is asked
 * @param triggers fires when any of them holds
 */
public record EscalationRule(
        RuleHeader rule,
        LocalText name,
        LocalText response,
        Severity severity,
        int withinMinutes,
        boolean closedBySystem,
        OnCallChain chain,
        List<Trigger> triggers)
        implements Rule {

    public EscalationRule {
        RuleMust.bePresent(rule, "rule");
        RuleMust.beCode(rule.code(), "a rule");
        RuleMust.bePresent(name, "name");
        RuleMust.bePresent(response, "response");
        RuleMust.bePresent(severity, "severity");
        RuleMust.bePresent(chain, "chain");
        RuleMust.hold(withinMinutes >= 0, "The time ends before it begins");
        triggers = RuleMust.beFilled(triggers, "triggers");
    }

    public Duration within() {
        return Duration.ofMinutes(withinMinutes);
    }
}
