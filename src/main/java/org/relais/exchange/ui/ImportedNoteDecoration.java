package org.relais.exchange.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.exchange.ImportedNote;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Draws notes from elsewhere: when they came in, who wrote them where, and the text as it was written. */
@Component
class ImportedNoteDecoration implements EntryDecoration {

    private final Centres centres;

    ImportedNoteDecoration(Centres centres) {
        this.centres = centres;
    }

    @Override
    public Set<String> types() {
        return Set.of(ImportedNote.TYPE);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(Glyph.DOWNLOAD);
    }

    @Override
    public List<com.vaadin.flow.component.Component> badges(EntryRow row) {
        var badges = new ArrayList<com.vaadin.flow.component.Component>();
        var formats =
                new Formats(locale(), centres.centre(row.centre()).serviceDay().zone());
        badges.add(badge("exchange.note.received", formats.date(row.recordedAt())));
        if ("superseded".equals(row.detail().get(ImportedNote.STATUS))) {
            badges.add(badge("exchange.note.superseded"));
        }
        return badges;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> body(EntryRow row) {
        var lines = new Div();
        addLine(lines, "exchange.note.by", row.detail().get(ImportedNote.AUTHORS));
        addLine(lines, "exchange.note.at", row.detail().get(ImportedNote.CUSTODIAN));
        addLine(lines, "exchange.note.written", row.detail().getOrDefault(ImportedNote.WRITTEN, "?"));
        var text = new Div(row.text() == null ? "" : row.text());
        text.addClassName("relais-entry-text");
        return Optional.of(new Div(lines, text));
    }

    private static void addLine(Div lines, String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            var line = new Div(I18NProvider.translate(locale(), key, value));
            line.addClassName("relais-meta");
            lines.add(line);
        }
    }

    private static SeverityBadge badge(String key, Object... arguments) {
        return new SeverityBadge(Severity.NEUTRAL, Glyph.DOWNLOAD, I18NProvider.translate(locale(), key, arguments));
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.FRENCH : ui.getLocale();
    }
}
