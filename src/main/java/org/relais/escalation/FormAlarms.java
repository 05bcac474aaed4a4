package org.relais.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentCursor;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
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
    private final ObjectProvider<ScheduledObservations> scheduled;

    FormAlarms(
            AlarmTable table,
            Alarming alarming,
            EscalationRules rules,
            Assessments assessments,
            ObjectProvider<RecentDoses> doses,
            ObjectProvider<ScheduledObservations> scheduled) {
        this.table = table;
        this.alarming = alarming;
        this.rules = rules;
        this.assessments = assessments;
        this.doses = doses;
        this.scheduled = scheduled;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void formSigned(FormSigned signed) {
        table.takeTurn(signed.person());
        if (signed.supersedes() != null) {
            table.insertCorrection(signed.form(), signed.supersedes(), table.firstOf(signed.supersedes()));
        }
        var inForce = rules.inForce(signed.centre());
        var observed = Observed.of(signed, scheduled(signed));
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

    private boolean scheduled(FormSigned signed) {
        return signed.status() == AssessmentStatus.NOT_ASSESSABLE
                && scheduled.stream()
                        .anyMatch(source -> source.asksFor(signed.write(), signed.instrument(), signed.occurredAt()));
    }

    // As far around it as any rule looks; for a rule that looks at doses also the last one before that time
    private List<Totalled> others(FormSigned signed, List<EscalationRule> inForce) {
        var reach = inForce.stream()
                .flatMap(rule -> rule.triggers().stream())
                .flatMap(trigger -> reach(trigger, signed.instrument()).stream())
                .max(Comparator.naturalOrder());
        if (signed.total() == null || reach.isEmpty()) {
            return List.of();
        }
        var earliest = signed.occurredAt().minus(reach.get());
        var others = new ArrayList<Totalled>();
        var before = new AssessmentCursor(signed.occurredAt().plus(reach.get()), LAST);
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

    private static Optional<Duration> reach(Trigger trigger, String instrument) {
        return switch (trigger) {
            case Trigger.Rise rise
            when rise.instrument().equals(instrument) ->
                Optional.of(Duration.ofMinutes(
                        rise.withinMinutes() != null
                                ? rise.withinMinutes()
                                : Objects.requireNonNull(rise.afterDose()).withinMinutes()));
            case Trigger.DosesWithoutFall effect
            when effect.instrument().equals(instrument) -> Optional.of(Duration.ofMinutes(2L * effect.withinMinutes()));
            default -> Optional.empty();
        };
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
        if (trigger instanceof Trigger.DosesWithoutFall effect) {
            return 2 * effect.withinMinutes();
        }
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
