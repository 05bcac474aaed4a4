package org.relais.therapy.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.record.page.RecordContext;
import org.relais.shared.ProcessNoteId;
import org.relais.therapy.SessionDetail;
import org.relais.therapy.TherapySessions;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;

/** How sessions and one's own process notes look in the timeline. Others see of a process note only that it exists. */
@org.springframework.stereotype.Component
class SessionEntries implements EntryDecoration {

    private final TherapyDesk desk;

    SessionEntries(TherapyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(TherapySessions.SESSION, TherapySessions.PROCESS_NOTE);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return isProcessNote(row) ? Optional.of(Glyph.FILE_LOCK) : Optional.empty();
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var facts = SessionDetail.read(row.detail());
        return facts == null ? List.of() : SessionBadges.of(facts, I18NProvider::translate);
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        if (!isProcessNote(row)) {
            return Optional.empty();
        }
        var words = new Span(I18NProvider.translate("therapy.process.yours"));
        words.addClassName("relais-secondary");
        var lock = new Div(words);
        lock.addClassName("relais-session-lock");
        return Optional.of(lock);
    }

    @Override
    public Optional<Component> action(EntryRow row, RecordContext context) {
        var source = row.source();
        if (!isProcessNote(row) || !row.own() || source == null) {
            return Optional.empty();
        }
        var note = new ProcessNoteId(source);
        Button open = new BusyButton(I18NProvider.translate("therapy.process.open"), () -> {
            var record = context.record();
            ProcessNoteDialog.open(
                    desk,
                    record.person(),
                    note,
                    desk.formats(record, UI.getCurrentOrThrow().getLocale()));
        });
        open.addThemeName("small");
        return Optional.of(open);
    }

    private static boolean isProcessNote(EntryRow row) {
        return TherapySessions.PROCESS_NOTE.equals(row.type());
    }
}
