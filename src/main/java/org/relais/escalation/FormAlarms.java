package org.relais.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentCursor;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Assessments;
import org.relais.assessment.FormSigned;
import org.relais.escalation.Alarming.Cause;
import org.relais.shared.AssessmentId;

/** Looks at every signed form in its own transaction: the form and its alarms are stored together or not at all. */
@Component
class FormAlarms {

    private static final int PAGE = 50;
    private static final AssessmentId LAST = new AssessmentId(new UUID(-1, -1));

    private final AlarmTable table;
    private final Alarming alarming;
    private final EscalationRules rules;
    private final Assessments assessments;
    private final ObjectProvider<RecentDoses> doses;

    FormAlarms(
            AlarmTable table,
            Alarming alarming,
            EscalationRules rules,
            Assessments assessments,
            ObjectProvider<RecentDoses> doses) {
        this.table = table;
        this.alarming = alarming;
        this.rules = rules;
        this.assessments = assessments;
        this.doses = doses;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void formSigned(FormSigned signed) {
        table.takeTurn(signed.person());
        if (signed.supersedes() != null) {
            table.insertCorrection(signed.form(), signed.supersedes(), table.firstOf(signed.supersedes()));
        }
        var inForce = rules.inForce(signed.centre());
        var observed = Observed.of(signed);
        var fired = new Evaluation(inForce, others(signed, inForce), given(signed, inForce)).of(observed);
        var causes = table.causes(fired.stream().map(Firing::form).distinct().toList());
        for (var firing : fired) {
            alarming.raise(
                    signed.write(),
                    new Cause(
                            Objects.requireNonNull(causes.get(firing.form())),
                            signed.person(),
                            signed.centre(),
                            firing.form(),
                            firing.at()),
                    firing.rule(),
                    firing.readings());
        }
    }

    // As far around it as any rise looks; for a rise after a dose also the last one before that time
    private List<Totalled> others(FormSigned signed, List<EscalationRule> inForce) {
        var rises = inForce.stream()
                .flatMap(rule -> rule.triggers().stream())
                .filter(Trigger.Rise.class::isInstance)
                .map(Trigger.Rise.class::cast)
                .filter(rise -> rise.instrument().equals(signed.instrument()))
                .toList();
        if (signed.total() == null || rises.isEmpty()) {
            return List.of();
        }
        var reach = rises.stream()
                .map(FormAlarms::reach)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var earliest = signed.occurredAt().minus(reach);
        var others = new ArrayList<Totalled>();
        var before = new AssessmentCursor(signed.occurredAt().plus(reach), LAST);
        while (true) {
            var page = assessments.results(signed.write(), signed.instrument(), before, PAGE);
            for (var row : page.rows()) {
                if (counts(row, signed)) {
                    others.add(new Totalled(row.id(), total(row), row.occurredAt()));
                    if (row.occurredAt().isBefore(earliest)) {
                        return others;
                    }
                }
            }
            if (!page.more()) {
                return others;
            }
            before = page.rows().getLast().cursor();
        }
    }

    private static Duration reach(Trigger.Rise rise) {
        return Duration.ofMinutes(
                rise.withinMinutes() != null
                        ? rise.withinMinutes()
                        : Objects.requireNonNull(rise.afterDose()).withinMinutes());
    }

    private static boolean counts(AssessmentRow row, FormSigned signed) {
        return row.counts()
                && !row.id().equals(signed.form())
                && row.findings() != null
                && row.findings().total() != null;
    }

    private static int total(AssessmentRow row) {
        return Objects.requireNonNull(Objects.requireNonNull(row.findings()).total());
    }

    private List<GivenDose> given(FormSigned signed, List<EscalationRule> inForce) {
        var longest = inForce.stream()
                .flatMap(rule -> rule.triggers().stream())
                .mapToInt(FormAlarms::afterDose)
                .max()
                .orElse(0);
        if (longest == 0) {
            return List.of();
        }
        var reach = Duration.ofMinutes(longest);
        Grant write = signed.write();
        Instant from = signed.occurredAt().minus(reach);
        return doses.stream()
                .flatMap(source -> source.given(write, from, signed.occurredAt().plus(reach)).stream())
                .toList();
    }

    private static int afterDose(Trigger trigger) {
        var after =
                switch (trigger) {
                    case Trigger.Rise rise -> rise.afterDose();
                    case Trigger.Sign sign -> sign.afterDose();
                    case Trigger.Items items -> items.afterDose();
                    default -> null;
                };
        return after == null ? 0 : after.withinMinutes();
    }
}
