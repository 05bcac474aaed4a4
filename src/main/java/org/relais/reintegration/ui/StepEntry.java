package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.reintegration.StepDetail;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepStatus;
import org.relais.uikit.Glyph;

/** How a step looks in the timeline: as it stood when the entry was written, and what had changed. */
@org.springframework.stereotype.Component
class StepEntry implements EntryDecoration {

    private final StepDesk desk;

    StepEntry(StepDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(StepDetail.TYPE);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        var domain = row.detail().get(StepDetail.DOMAIN);
        return Optional.of(domain == null ? Glyph.TARGET : StepWords.glyph(StepDomain.valueOf(domain)));
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var status = row.detail().get(StepDetail.STATUS);
        return status == null ? List.of() : List.of(words().status(StepStatus.valueOf(status)));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var due = row.detail().get(StepDetail.DUE);
        if (due == null) {
            return Optional.empty();
        }
        var words = words();
        var line = new Paragraph();
        line.addClassName("relais-step-entry-line");
        moved(row, words).ifPresent(text -> line.add(new Span(text)));
        line.add(new Span(due(row, due, words)));
        var partner = row.detail().get(StepDetail.PARTNER);
        if (partner != null) {
            line.add(new Span(partner));
        }
        var awaited = row.detail().get(StepDetail.AWAITED);
        if (awaited != null) {
            line.add(new Span(words.say(
                    Boolean.parseBoolean(awaited) ? "reintegration.change.asked" : "reintegration.change.answered")));
        }
        var body = new Div(line);
        if (row.text() != null) {
            body.add(new Paragraph(words.say("reintegration.step.reason.shown", row.text())));
        }
        return Optional.of(body);
    }

    private static Optional<String> moved(EntryRow row, StepWords words) {
        var before = row.detail().get(StepDetail.STATUS_BEFORE);
        var after = row.detail().get(StepDetail.STATUS);
        return before == null || after == null
                ? Optional.empty()
                : Optional.of(words.say(
                        "reintegration.entry.moved",
                        words.say(StepStatus.valueOf(before).key()),
                        words.say(StepStatus.valueOf(after).key())));
    }

    private static String due(EntryRow row, String due, StepWords words) {
        var before = row.detail().get(StepDetail.DUE_BEFORE);
        var day = words.date(LocalDate.parse(due));
        return before == null
                ? words.say("reintegration.due.on", day)
                : words.say("reintegration.due.changed", day, words.date(LocalDate.parse(before)));
    }

    private StepWords words() {
        return new StepWords(desk, UI.getCurrentOrThrow().getLocale());
    }
}
