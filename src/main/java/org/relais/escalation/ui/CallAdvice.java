package org.relais.escalation.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.Instrument;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.escalation.EscalationRule;
import org.relais.escalation.Trigger;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Whom the escalation rules call for the total as it is rated, and from which total on they would. */
@org.springframework.stereotype.Component
class CallAdvice implements ScoreAdvice {

    private final AlarmDesk desk;

    CallAdvice(AlarmDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Beside> beside(Grant grant, Instrument instrument, CentreId centre) {
        var limits = desk.rules().inForce(centre).stream()
                .flatMap(rule -> limits(rule, instrument))
                .sorted(Comparator.comparingInt(Limit::from))
                .toList();
        return limits.isEmpty() ? Optional.empty() : Optional.of(new Lines(limits));
    }

    private static Stream<Limit> limits(EscalationRule rule, Instrument instrument) {
        return rule.triggers().stream().flatMap(trigger -> switch (trigger) {
            case Trigger.Total total
            when total.instrument().equals(instrument.rule().code()) && total.atLeast() != null ->
                Stream.of(new Limit(rule, total.atLeast(), total));
            default -> Stream.empty();
        });
    }

    /** @param from the lowest total for which the rule fires */
    private record Limit(EscalationRule rule, int from, Trigger.Total total) {}

    private static final class Lines implements Beside {

        private final List<Limit> limits;
        private final Div lines = new Div();

        Lines(List<Limit> limits) {
            this.limits = limits;
            lines.addClassName("relais-column");
            lines.getElement().setAttribute("aria-live", "polite");
        }

        @Override
        public Component component() {
            return lines;
        }

        @Override
        public void rated(@Nullable Integer total, @Nullable String band) {
            lines.removeAll();
            var reached = new ArrayList<Limit>();
            if (total != null) {
                limits.stream().filter(one -> one.total().holds(total)).forEach(reached::add);
            }
            if (!reached.isEmpty()) {
                lines.add(line(reached.getLast(), true));
            }
            limits.stream()
                    .filter(one -> total == null || one.from() > total)
                    .findFirst()
                    .ifPresent(next -> lines.add(line(next, false)));
        }

        private static Component line(Limit limit, boolean reached) {
            var locale = UI.getCurrentOrThrow().getLocale();
            var name = limit.rule().name().in(locale);
            var from = AlarmWords.say(locale, "escalation.advice.from", name, limit.from());
            var what = reached
                    ? new SeverityBadge(limit.rule().severity(), Glyph.SIREN, from)
                    : new SeverityBadge(Severity.NEUTRAL, Glyph.SIREN, from);
            var response = new Span(limit.rule().response().in(locale));
            response.addClassNames(reached ? "relais-strong" : "relais-secondary", "relais-small-text");
            var head = new Div(what, new RuleMark(limit.rule().rule()));
            head.addClassName("relais-advice-call");
            var line = new Div(head, response);
            line.addClassName("relais-advice-line");
            return line;
        }
    }
}
