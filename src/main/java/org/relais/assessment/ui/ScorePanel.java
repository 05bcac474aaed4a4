package org.relais.assessment.ui;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Instrument;
import org.relais.assessment.ItemAlert;
import org.relais.assessment.Result;
import org.relais.shared.Severity;
import org.relais.uikit.BandLine;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Sparkline;

/** The running total with its band, what it calls for, and what is still open. */
class ScorePanel extends Div {

    private final Div total = new Div();
    private final Div alerts = new Div();
    private final Div open = new Div();
    private final Div earlier = new Div();

    ScorePanel() {
        addClassName("relais-score-side");
        total.addClassName("relais-score");
        total.getElement().setAttribute("role", "status");
        total.getElement().setAttribute("aria-live", "polite");
        alerts.getElement().setAttribute("aria-live", "assertive");
        open.addClassName("relais-score-open");
        add(total, alerts, open, earlier);
    }

    /** @param sheet whose open items are linked */
    void show(Instrument instrument, Result result, InstrumentSheet sheet) {
        total.removeAll();
        alerts.removeAll();
        open.removeAll();
        switch (result) {
            case Result.Scored scored -> showScored(instrument, scored);
            case Result.Incomplete incomplete -> showIncomplete(instrument, incomplete, sheet);
            case Result.NotAssessable notAssessable -> showNotAssessable(instrument);
        }
    }

    /** Shows the totals before this one. */
    void showEarlier(List<AssessmentRow> newestFirst, @Nullable Integer nextThreshold, Formats formats) {
        earlier.removeAll();
        var scored = newestFirst.stream().filter(ScorePanel::scored).toList();
        if (scored.isEmpty()) {
            return;
        }
        var newest = scored.getFirst();
        var findings = newest.findings();
        if (findings == null) {
            return;
        }
        var totals = scored.reversed().stream().map(ScorePanel::total).toList();
        var words = new Span(getTranslation(
                "assessment.form.last", String.valueOf(findings.total()), formats.dateTime(newest.occurredAt())));
        words.addClassName("relais-secondary");
        var severity = findings.severity() == null ? Severity.NEUTRAL : findings.severity();
        earlier.add(
                words,
                new Sparkline(
                        totals,
                        nextThreshold,
                        severity,
                        getTranslation(
                                "assessment.totals",
                                String.join(
                                        ", ",
                                        totals.stream().map(String::valueOf).toList()))));
    }

    private void showScored(Instrument instrument, Result.Scored scored) {
        var points = scored.total();
        var band = scored.band();
        var words = words();
        if (band != null) {
            words.add(new SeverityBadge(band.severity(), band.label().in(getLocale())));
        }
        words.add(new Span(getTranslation("assessment.form.complete")));
        if (points != null) {
            total.add(number(String.valueOf(points)));
        }
        total.add(words);
        if (points != null && instrument.maximum() != null) {
            showBands(instrument, scored.profile(), points);
        }
        if (!scored.parts().isEmpty()) {
            total.add(parts(scored.parts()));
        }
        scored.alerts().forEach(this::showAlert);
        var actions = new UnorderedList();
        actions.addClassName("relais-assessment-actions");
        if (band != null && band.advice() != null) {
            actions.add(new ListItem(band.advice().in(getLocale())));
        }
        scored.actions()
                .forEach(action -> actions.add(new ListItem(action.text().in(getLocale()))));
        if (actions.getComponentCount() > 0) {
            alerts.add(actions);
        }
    }

    private Component parts(List<Result.Part> scored) {
        var list = new UnorderedList();
        list.addClassName("relais-score-parts");
        scored.forEach(part -> {
            var line = new ListItem(
                    new Span(part.definition().title().in(getLocale())), strong(String.valueOf(part.total())));
            var band = part.band();
            if (band != null) {
                line.add(new SeverityBadge(band.severity(), band.label().in(getLocale())));
                if (band.advice() != null) {
                    line.add(secondary(band.advice().in(getLocale())));
                }
            }
            list.add(line);
        });
        return list;
    }

    private void showBands(Instrument instrument, @Nullable String profile, int points) {
        (profile == null ? instrument.defaultProfile() : instrument.profile(profile))
                .ifPresent(found -> total.add(new BandLine(Words.bands(found.bands(), getLocale()), points)));
    }

    private void showIncomplete(Instrument instrument, Result.Incomplete incomplete, InstrumentSheet sheet) {
        var rated = sheet.values();
        var items = instrument.items().size() - sheet.notAsked().size();
        if (instrument.maximum() != null) {
            total.add(number(rated.isEmpty() ? "–" : String.valueOf(provisional(instrument, rated))));
        }
        total.add(words(
                new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, getTranslation("assessment.form.provisional")),
                new Span(getTranslation("assessment.form.rated", rated.size(), items))));
        incomplete.alerts().forEach(this::showAlert);
        if (!rated.isEmpty()) {
            open.add(new Span(getTranslation("assessment.form.open")));
            incomplete.missing().forEach(code -> open.add(link(sheet.field(code))));
        }
    }

    private void showNotAssessable(Instrument instrument) {
        var choices = instrument.notAssessable();
        total.add(
                number("–"),
                words(new SeverityBadge(
                        Severity.WARNING, Glyph.BAN, getTranslation("assessment.status.not-assessable"))));
        if (choices != null) {
            alerts.add(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("assessment.form.instead"),
                    choices.advice().in(getLocale())));
        }
    }

    private void showAlert(ItemAlert alert) {
        alerts.add(new NoticeBar(
                alert.severity(),
                getTranslation("assessment.alert"),
                alert.text().in(getLocale())));
    }

    private static Component link(ScaleField field) {
        var link = new NativeButton(field.title(), event -> field.focus());
        link.addClassName("relais-link");
        link.getElement().setAttribute("type", "button");
        return link;
    }

    private static Component number(String text) {
        var number = new Span(text);
        number.addClassName("relais-score-total");
        return number;
    }

    /** The sum of what is rated so far. */
    static int provisional(Instrument instrument, Map<String, Integer> rated) {
        return instrument.items().stream()
                .filter(item -> Boolean.TRUE.equals(item.scored()) && rated.containsKey(item.code()))
                .mapToInt(item -> item.counted(rated.getOrDefault(item.code(), 0)))
                .sum();
    }

    private static Span strong(String text) {
        var span = new Span(text);
        span.addClassNames("relais-strong", "relais-numeric");
        return span;
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("relais-secondary");
        return span;
    }

    private static Div words(Component... parts) {
        var words = new Div(parts);
        words.addClassName("relais-score-words");
        return words;
    }

    private static boolean scored(AssessmentRow row) {
        var findings = row.findings();
        return findings != null && findings.total() != null && !row.superseded();
    }

    private static Integer total(AssessmentRow row) {
        var findings = row.findings();
        var total = findings == null ? null : findings.total();
        return total == null ? 0 : total;
    }
}
