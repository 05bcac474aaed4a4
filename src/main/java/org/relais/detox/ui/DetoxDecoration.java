package org.relais.detox.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.detox.DetoxAct;
import org.relais.detox.DetoxEntries;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.EmergencyMeans;
import org.relais.detox.OmissionKind;
import org.relais.detox.Substance;
import org.relais.detox.VisitStep;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How the acts of a withdrawal look in the timeline, and the observations that were not made. */
@org.springframework.stereotype.Component
class DetoxDecoration implements EntryDecoration {

    private final DetoxDesk desk;

    DetoxDecoration(DetoxDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(DetoxEntries.EPISODE, DetoxEntries.OMISSION, DetoxEntries.VISIT);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var words = new DetoxWords(desk, locale);
        var act = row.detail().get(DetoxEntries.ACT);
        if (act != null) {
            return words.say(DetoxAct.valueOf(act).key());
        }
        var step = row.detail().get(DetoxEntries.STEP);
        if (step != null) {
            var day = row.detail().get(DetoxEntries.VISIT_DAY);
            var done = words.say(VisitStep.valueOf(step).key());
            return day == null
                    ? done
                    : words.say(
                            "detox.entry.visit.missed",
                            new Formats(locale, ZoneOffset.UTC).date(LocalDate.parse(day)),
                            done);
        }
        var kind = row.detail().get(DetoxEntries.KIND);
        return kind == null
                ? row.title()
                : words.say(
                        "detox.entry.omitted",
                        words.instrument(row.detail().getOrDefault(DetoxEntries.INSTRUMENT, "")),
                        words.say(OmissionKind.valueOf(kind).key()));
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(DetoxEntries.OMISSION.equals(row.type()) ? Glyph.BAN : Glyph.ACTIVITY);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var words = new DetoxWords(desk, UI.getCurrentOrThrow().getLocale());
        var outcome = row.detail().get(DetoxEntries.OUTCOME);
        return outcome == null
                ? List.of()
                : List.of(new SeverityBadge(
                        DetoxOutcome.valueOf(outcome).completed() ? Severity.OK : Severity.INFO,
                        words.say(DetoxOutcome.valueOf(outcome).key())));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var words = new DetoxWords(desk, UI.getCurrentOrThrow().getLocale());
        var body = new Div();
        var protocol = row.detail().get(DetoxEntries.PROTOCOL);
        if (protocol != null) {
            var version = Integer.parseInt(row.detail().getOrDefault(DetoxEntries.VERSION, "1"));
            body.add(new Paragraph(words.say(
                    "detox.entry.line",
                    substances(row, words),
                    desk.protocols().version(protocol, version).name().in(words.locale()))));
        }
        var means = row.detail().get(DetoxEntries.MEANS);
        if (means != null) {
            body.add(new Paragraph(words.say(
                    "detox.entry.visit.emergency",
                    words.say(EmergencyMeans.valueOf(means).key()),
                    row.detail().getOrDefault(DetoxEntries.INFORMED, ""))));
        }
        var agreed = row.detail().get(DetoxEntries.AGREED);
        if (agreed != null) {
            var zone = desk.centres().centre(row.centre()).serviceDay().zone();
            body.add(new Paragraph(words.say(
                    "detox.entry.visit.agreed", new Formats(words.locale(), zone).dateTime(Instant.parse(agreed)))));
        }
        var warnings = row.detail().get(DetoxEntries.WARNINGS);
        if (warnings != null) {
            body.add(new SeverityBadge(
                    Severity.WARNING, words.say("detox.entry.warnings", warnings.replace(",", ", "))));
        }
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return body.getComponentCount() == 0 ? Optional.empty() : Optional.of(body);
    }

    private static String substances(EntryRow row, DetoxWords words) {
        return words.substances(Arrays.stream(row.detail()
                        .getOrDefault(DetoxEntries.SUBSTANCES, Substance.OTHER.name())
                        .split(",", -1))
                .map(Substance::valueOf)
                .toList());
    }
}
