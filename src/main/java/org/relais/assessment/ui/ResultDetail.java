package org.relais.assessment.ui;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentRow.Findings;
import org.relais.assessment.Instrument;
import org.relais.assessment.InstrumentItem;
import org.relais.assessment.PartResult;
import org.relais.assessment.SinceStart;
import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSigns;
import org.relais.uikit.SeverityBadge;

/** What a row of results tells beside its total: what fired, sub-scores, measured values, comment and every answer. */
class ResultDetail extends Div {

    /** @param start what sub-scores were at the start, for those that are told against it */
    ResultDetail(AssessmentRow row, Reading reading, Map<String, Integer> start) {
        addClassName("relais-result-detail");
        var findings = row.findings();
        if (findings == null) {
            return;
        }
        var words = reading.words();
        words.alerts(row.instrument(), row.version(), findings.alerts(), getLocale())
                .forEach(alert -> add(new SeverityBadge(alert.severity(), alert.text())));
        var text = Stream.of(
                        measured(findings, words),
                        words.reason(
                                row.instrument(),
                                row.version(),
                                findings.reason(),
                                findings.reasonDetail(),
                                getLocale()),
                        findings.comment() == null ? "" : findings.comment())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!text.isEmpty()) {
            add(new Span(text));
        }
        reading.definitions().instrument(row.instrument(), row.version()).ifPresent(rule -> {
            if (start.isEmpty()) {
                words.parts(row.instrument(), row.version(), findings.parts(), getLocale())
                        .ifPresent(this::add);
            } else {
                add(sinceStart(rule, findings, start));
            }
            if (!findings.values().isEmpty()) {
                add(answers(rule, findings));
            }
        });
    }

    private String measured(Findings findings, Words words) {
        var signs = findings.signs();
        return signs == null
                ? ""
                : words.measured(
                        AssessmentDecoration.formatted(measured(signs), findings.bloodEquivalent(), getLocale()),
                        getLocale());
    }

    private static Map<VitalSign, BigDecimal> measured(VitalSigns signs) {
        var measured = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        for (var sign : VitalSign.values()) {
            var value = signs.measured(sign);
            if (value != null) {
                measured.put(sign, value);
            }
        }
        return measured;
    }

    private UnorderedList sinceStart(Instrument rule, Findings findings, Map<String, Integer> start) {
        var list = new UnorderedList();
        list.addClassName("relais-score-parts");
        for (PartResult part : findings.parts()) {
            var line = new ListItem(
                    new Span(rule.part(part.part())
                            .map(found -> found.title().in(getLocale()))
                            .orElse(part.part())),
                    new Span(String.valueOf(part.total())));
            var before = start.get(part.part());
            if (before != null) {
                line.add(new Span(getTranslation(
                        "assessment.since-start",
                        getTranslation(SinceStart.of(before, part.total()).key()),
                        before)));
            }
            list.add(line);
        }
        return list;
    }

    private NativeDetails answers(Instrument rule, Findings findings) {
        var list = new UnorderedList();
        rule.items().stream()
                .filter(item -> findings.values().containsKey(item.code()))
                .forEach(item -> list.add(new ListItem(item.title().in(getLocale()) + " : "
                        + answer(item, findings.values().getOrDefault(item.code(), 0), getLocale()))));
        var details = new NativeDetails(getTranslation("assessment.results.answers"), list);
        details.addClassName("relais-answers");
        return details;
    }

    private static String answer(InstrumentItem item, int value, Locale locale) {
        var range = item.range();
        if (range != null) {
            var unit = range.unit();
            return range.number(value).toPlainString() + (unit == null ? "" : "\u00a0" + unit.in(locale));
        }
        return item.values().stream()
                .filter(allowed -> allowed.value() == value)
                .findFirst()
                .map(InstrumentItem.ItemValue::anchor)
                .map(anchor -> anchor.in(locale))
                .map(anchor -> Boolean.TRUE.equals(item.scored()) ? value + ", " + anchor : anchor)
                .orElse(String.valueOf(value));
    }
}
