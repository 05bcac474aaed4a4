package org.relais.therapy.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.record.Amendment;
import org.relais.record.EntryRow.AmendmentRow;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.Severity;
import org.relais.therapy.SessionRow;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One session, as much of it as the reader may see. */
final class SessionCard extends Article {

    private final transient SessionRow row;
    private final transient Formats formats;
    private final transient TherapyDesk desk;

    SessionCard(SessionRow row, Formats formats, TherapyDesk desk, Consumer<ProcessNoteId> opening) {
        this.row = row;
        this.formats = formats;
        this.desk = desk;
        addClassName("relais-session");
        setClassName("relais-struck", row.entry().enteredInError());
        add(createHead());
        if (row.entry().locked()) {
            add(line(getTranslation("therapy.elsewhere"), "relais-secondary"));
        } else {
            row.entry().amendments().forEach(amendment -> add(createAmendment(amendment)));
            addLine(row.entry().title(), "relais-session-title");
            addLine(row.entry().text(), "relais-session-text");
            addNext();
        }
        if (row.processNote()) {
            add(createLock(opening));
        }
    }

    private Component createHead() {
        var when = new H3(formats.dateTime(row.start()));
        when.addClassName("relais-numeric");
        var head = new Div(when);
        head.addClassName("relais-session-head");
        var facts = row.facts();
        if (facts != null) {
            SessionBadges.of(facts, this::getTranslation).forEach(head::add);
        }
        if (row.entry().enteredInError()) {
            head.add(new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation(Amendment.ENTERED_IN_ERROR.key())));
        }
        var author = row.entry().author();
        if (author != null) {
            var by = new Span(desk.name(author));
            by.addClassName("relais-meta");
            head.add(by);
        }
        return head;
    }

    private Component createAmendment(AmendmentRow amendment) {
        var author = amendment.author();
        var head = new Span(getTranslation(
                amendment.amendment() == Amendment.ADDENDUM ? "therapy.addendum.by" : "therapy.in-error.by",
                author == null ? "" : desk.name(author),
                formats.dateTime(amendment.recordedAt())));
        head.addClassName("relais-meta");
        var block = new Div(head);
        block.addClassName("relais-session-addendum");
        if (amendment.text() != null) {
            block.add(line(amendment.text(), "relais-session-text"));
        }
        return block;
    }

    private void addNext() {
        var facts = row.facts();
        if (facts != null && facts.nextOn() != null) {
            addLine(getTranslation("therapy.next.on", formats.date(facts.nextOn())), "relais-secondary");
        }
    }

    private Component createLock(Consumer<ProcessNoteId> opening) {
        var own = row.ownProcessNote();
        var words = new Span(getTranslation(own == null ? "therapy.process.exists" : "therapy.process.yours"));
        words.addClassNames("relais-grow", "relais-secondary");
        var lock = new Div(Glyph.FILE_LOCK.create(), words);
        lock.addClassName("relais-session-lock");
        if (own != null) {
            lock.add(new BusyButton(getTranslation("therapy.process.open"), () -> opening.accept(own)));
        }
        return lock;
    }

    private void addLine(@Nullable String text, String className) {
        if (text != null) {
            add(line(text, className));
        }
    }

    private static Div line(String text, String className) {
        var line = new Div(text);
        line.addClassName(className);
        return line;
    }
}
