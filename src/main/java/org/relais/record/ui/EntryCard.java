package org.relais.record.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.record.Amendment;
import org.relais.record.EntryRow;
import org.relais.record.EntryRow.AmendmentRow;
import org.relais.record.page.EntryDecoration;
import org.relais.record.page.EntryThread;
import org.relais.record.page.RecordContext;
import org.relais.shared.Severity;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One entry of the timeline. A correction stands above what it corrects; what may not be read says only that it exists. */
final class EntryCard extends Article {

    private final transient PageWords words;
    private final transient EntryRow row;
    private final transient EntryDecoration decoration;
    private final Div head = new Div();
    private int signsAt;
    private @Nullable Span signs;

    EntryCard(EntryRow row, EntryDecoration decoration, PageWords words, RecordContext context, OnPage page) {
        this.row = row;
        this.decoration = decoration;
        this.words = words;
        addClassName("relais-entry");
        setClassName("relais-struck", row.enteredInError());
        var time = new Span(words.formats().time(row.occurredAt()));
        time.addClassNames("relais-entry-time", "relais-numeric");
        fillHead();
        var body = new Div(head);
        body.addClassName("relais-entry-body");
        if (row.locked()) {
            body.add(createLock(page));
        } else {
            row.amendments().forEach(amendment -> body.add(createAmendment(amendment)));
            addWords(body);
            addActions(body, context, page);
        }
        add(time, createTile(), body);
    }

    EntryRow row() {
        return row;
    }

    /** Shows what the entry is tied to, beside its type. Most are tied to nothing: they have no place for it. */
    void show(List<Component> tied) {
        if (signs == null && !tied.isEmpty()) {
            signs = new Span();
            signs.addClassName("relais-entry-signs");
            head.addComponentAtIndex(signsAt, signs);
        }
        if (signs != null) {
            signs.removeAll();
            signs.add(tied);
        }
    }

    private Component createTile() {
        var glyph = row.locked() ? null : decoration.glyph(row).orElse(null);
        return glyph == null ? new DisciplineTile(row.discipline()) : new DisciplineTile(row.discipline(), glyph);
    }

    private void fillHead() {
        head.add(new DisciplineLabel(row.discipline()));
        head.addClassName("relais-entry-head");
        if (row.type() != null) {
            var type = new Span(words.type(row.type()));
            type.addClassName("relais-meta");
            head.add(type);
            decoration.badges(row).forEach(head::add);
        }
        signsAt = head.getComponentCount();
        if (row.enteredInError()) {
            head.add(new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation(Amendment.ENTERED_IN_ERROR.key())));
        }
        if (row.elsewhere()) {
            head.add(badge(Glyph.BUILDING_2, words.centre(row.centre())));
        }
        if (row.importedFrom() != null) {
            head.add(badge(Glyph.DOWNLOAD, getTranslation("record.imported", row.importedFrom())));
        }
        var by = new Span(row.author() == null ? "" : words.signature(row.author()));
        by.addClassName("relais-entry-by");
        head.add(by);
    }

    private static Component badge(Glyph glyph, String text) {
        return new SeverityBadge(Severity.NEUTRAL, glyph, text);
    }

    private void addWords(Div body) {
        var title = decoration.title(row, words.locale());
        if (title != null && !title.isBlank()) {
            body.add(line(title, "relais-entry-title"));
        }
        if (!row.readable()) {
            body.add(line(getTranslation("record.summary-only"), "relais-entry-summary"));
            return;
        }
        decoration.body(row).ifPresentOrElse(body::add, () -> {
            if (row.text() != null) {
                body.add(line(row.text(), "relais-entry-text"));
            }
        });
    }

    private Component createLock(OnPage page) {
        var head = new Span(getTranslation(row.elsewhere() ? "record.locked.elsewhere" : "record.locked"));
        head.addClassName("relais-strong");
        var text = new Span(getTranslation(row.elsewhere() ? "record.locked.elsewhere.text" : "record.locked.text"));
        text.addClassName("relais-secondary");
        var both = new Div(head, text);
        both.addClassName("relais-grow");
        var lock = new Div(Glyph.FILE_LOCK.create(), both);
        lock.addClassName("relais-locked");
        page.offer(row).ifPresent(lock::add);
        return lock;
    }

    private Component createAmendment(AmendmentRow amendment) {
        var head = new Span(
                (amendment.amendment() == Amendment.ADDENDUM ? Glyph.PLUS : Glyph.BAN).create(),
                new Span(getTranslation(
                        amendment.amendment().key() + ".by",
                        words.name(amendment.author()),
                        words.formats().dateTime(amendment.recordedAt()))));
        head.addClassName("relais-amendment-head");
        var block = new Div(head);
        block.addClassName("relais-amendment");
        if (amendment.text() != null) {
            block.add(line(amendment.text(), "relais-entry-text"));
        }
        return block;
    }

    private void addActions(Div body, RecordContext context, OnPage page) {
        if (row.readable()) {
            decoration.action(row, context).ifPresent(body::add);
        }
        var acts = new ArrayList<EntryThread.Act>();
        if (row.readable() && page.mayWrite(row)) {
            acts.add(new EntryThread.Act(getTranslation("record.addendum"), () -> page.begin(row, Amendment.ADDENDUM)));
            if (row.own() && !row.enteredInError()) {
                acts.add(new EntryThread.Act(
                        getTranslation("record.take-back"), () -> page.begin(row, Amendment.ENTERED_IN_ERROR)));
            }
        }
        acts.addAll(page.acts(row));
        if (!acts.isEmpty()) {
            body.add(new EntryActions(acts));
        }
    }

    private static Div line(@Nullable String text, String className) {
        var line = new Div(text == null ? "" : text);
        line.addClassName(className);
        return line;
    }

    /** What can be done from an entry; given by the page. */
    interface OnPage {

        boolean mayWrite(EntryRow row);

        void begin(EntryRow row, Amendment how);

        /** What the rooms let its reader do from an entry. */
        List<EntryThread.Act> acts(EntryRow row);

        /** What is offered beside an entry of which only the existence shows. */
        Optional<Component> offer(EntryRow row);
    }
}
