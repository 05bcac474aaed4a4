package org.relais.reintegration.ui;

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
import org.relais.reintegration.ContactDetail;
import org.relais.reintegration.ContactWay;
import org.relais.uikit.Glyph;

/** How a contact about a step looks in the timeline: who was asked, how, and whether they answered. */
@org.springframework.stereotype.Component
class ContactEntry implements EntryDecoration {

    private final StepDesk desk;

    ContactEntry(StepDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(ContactDetail.TYPE);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        var way = row.detail().get(ContactDetail.WAY);
        return Optional.of(way == null ? Glyph.PHONE : StepWords.glyph(ContactWay.valueOf(way)));
    }

    @Override
    public List<Component> badges(EntryRow row) {
        return List.of();
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var way = row.detail().get(ContactDetail.WAY);
        if (way == null) {
            return Optional.empty();
        }
        var words = new StepWords(desk, UI.getCurrentOrThrow().getLocale());
        var reached = Boolean.parseBoolean(row.detail().get(ContactDetail.REACHED));
        var line = new Paragraph(new Span(words.say(
                reached ? "reintegration.contact.answered" : "reintegration.contact.unanswered",
                words.say(ContactWay.valueOf(way).key()))));
        line.addClassName("relais-step-entry-line");
        var partner = row.detail().get(ContactDetail.PARTNER);
        if (partner != null) {
            line.add(new Span(partner));
        }
        var body = new Div(line);
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return Optional.of(body);
    }
}
