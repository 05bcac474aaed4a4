package org.relais.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.EarlyWarningParameter;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.VitalSigns;
import org.relais.shared.AssessmentId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;

/** The shipped rules of escalation in memory, for tests of rooms above. */
public final class FiredRules {

    private static final List<EscalationRule> RULES = RuleFiles.inForce();
    private static final Map<String, EscalationRule> BY_CODE =
            RULES.stream().collect(Collectors.toMap(rule -> rule.rule().code(), rule -> rule));

    private FiredRules() {}

    /** What fires for an observation, among the other results of its instrument that count and the doses. */
    public static List<Fired> of(Seen seen, List<Result> others, List<GivenDose> doses) {
        return new Evaluation(
                        RULES,
                        others.stream()
                                .map(other -> new Totalled(other.form(), other.total(), other.at()))
                                .toList(),
                        doses)
                        .of(new Observed(
                                seen.form(),
                                seen.instrument(),
                                seen.status(),
                                seen.total(),
                                seen.band(),
                                seen.values(),
                                seen.alerts(),
                                seen.signs(),
                                seen.scale(),
                                seen.points(),
                                seen.scheduled(),
                                seen.at()))
                        .stream()
                        .map(fired -> new Fired(fired.rule().rule().code(), fired.form(), fired.at()))
                        .toList();
    }

    /** The rules that ask for an event or a condition of this name. */
    public static List<String> asking(String code) {
        return RULES.stream()
                .filter(rule -> rule.triggers().stream()
                        .anyMatch(trigger -> (trigger instanceof Trigger.Event event
                                        && event.code().equals(code))
                                || (trigger instanceof Trigger.Told told
                                        && told.condition().equals(code))))
                .map(rule -> rule.rule().code())
                .toList();
    }

    public static EscalationRule rule(String code) {
        return java.util.Objects.requireNonNull(BY_CODE.get(code));
    }

    /** Who is asked to answer an alarm of the rule. */
    public static List<StaffFunction> asked(
            String code, Instant raised, Map<StaffFunction, List<StaffId>> held, Instant now) {
        var rule = rule(code);
        return rule.chain().at(raised, rule.within(), held, now).now().stream()
                .map(Asked.Called::function)
                .toList();
    }

    /** A form as the rules see it. */
    public record Seen(
            AssessmentId form,
            String instrument,
            AssessmentStatus status,
            @Nullable Integer total,
            @Nullable String band,
            Map<String, Integer> values,
            List<String> alerts,
            VitalSigns signs,
            SaturationScale scale,
            Map<EarlyWarningParameter, Integer> points,
            boolean scheduled,
            Instant at) {}

    /** Another result. */
    public record Result(AssessmentId form, int total, Instant at) {}

    /** A rule that fired, and for which form. */
    public record Fired(String rule, AssessmentId form, Instant at) {}
}
