package org.relais.aftercare.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.aftercare.AnswerFollowUp;
import org.relais.aftercare.ContactRow;
import org.relais.aftercare.ContactState;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.FollowUpEnding;
import org.relais.aftercare.FollowUpRow;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** One exit: what the person answered, who makes the contacts, and how each of them stands. */
final class FollowUpPanel extends Panel {

    private static final List<String> COLUMNS = List.of("contact", "window", "state", "attempts", "said");

    private final transient AftercareDesk desk;
    private final transient AftercareWords words;
    private final transient Grant grant;
    private final transient FollowUpRow row;
    private final transient Runnable changed;

    FollowUpPanel(AftercareDesk desk, AftercareWords words, Grant grant, FollowUpRow row, Runnable changed) {
        super(I18NProvider.translate("aftercare.exit", words.date(row.exitOn()), words.unit(row.unit())));
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        this.row = row;
        this.changed = changed;
        addToHeader(words.answer(row));
        addContent(createLine());
        if (row.contacts().isEmpty()) {
            addContent(new Paragraph(getTranslation("aftercare.none." + word(row.answer()))));
        } else {
            addContent(createTable());
        }
    }

    private Component createLine() {
        var line = new Div();
        line.addClassName("relais-aftercare-line");
        if (row.running()) {
            var who = new Span(getTranslation("aftercare.worker.line", words.worker(row.worker(), row.unit())));
            who.addClassNames("relais-grow", "relais-secondary");
            line.add(who);
        }
        if (writable()) {
            addActions(line);
        }
        return line;
    }

    private void addActions(Div line) {
        if (row.running()) {
            line.add(
                    button("aftercare.hand", Glyph.USER_ROUND, this::hand),
                    button("aftercare.withdraw", Glyph.BAN, () -> answer(FollowUpAnswer.DECLINED)));
        } else if (row.ending() != FollowUpEnding.DECEASED && row.ending() != FollowUpEnding.COMPLETED) {
            if (row.answer() != FollowUpAnswer.AGREED) {
                line.add(button("aftercare.agree", Glyph.CHECK, () -> answer(FollowUpAnswer.AGREED)));
            }
            if (row.answer() == FollowUpAnswer.NOT_ASKED) {
                line.add(button("aftercare.decline", Glyph.BAN, () -> answer(FollowUpAnswer.DECLINED)));
            }
        }
    }

    private Component createTable() {
        var table = new NativeTable();
        table.addClassName("relais-aftercare-table");
        var head = new NativeTableRow();
        for (var column : COLUMNS) {
            var cell = new NativeTableHeaderCell(getTranslation("aftercare.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        if (writable()) {
            var acts = new NativeTableHeaderCell(getTranslation("aftercare.column.acts"));
            acts.getElement().setAttribute("scope", "col");
            head.add(acts);
        }
        table.getHead().add(head);
        row.contacts().forEach(contact -> table.getBody().add(createRow(contact)));
        return table;
    }

    private NativeTableRow createRow(ContactRow contact) {
        var name = new Span(words.contact(contact.months()));
        name.addClassName("relais-strong");
        var due = new Span(getTranslation("aftercare.due", words.date(contact.dueOn())));
        var window = new Span(words.window(contact.from(), contact.until()));
        window.addClassName("relais-meta");
        var days = new Span(due, window);
        days.addClassNames("relais-column", "relais-numeric");
        var line = new NativeTableRow(
                new NativeTableCell(name),
                new NativeTableCell(days),
                new NativeTableCell(words.state(contact)),
                new NativeTableCell(createAttempts(contact)),
                new NativeTableCell(createSaid(contact)));
        if (writable()) {
            line.add(new NativeTableCell(createActs(contact)));
        }
        return line;
    }

    private Component createAttempts(ContactRow contact) {
        var list = new UnorderedList();
        list.addClassName("relais-aftercare-attempts");
        for (var attempt : contact.attempts()) {
            var item = new ListItem(new Span(words.attempt(attempt)));
            if (attempt.note() != null) {
                var note = new Span(attempt.note());
                note.addClassName("relais-secondary");
                item.add(note);
            }
            list.add(item);
        }
        if (contact.attempts().isEmpty()) {
            return meta(getTranslation("aftercare.attempts.none"));
        }
        return list;
    }

    private Component createSaid(ContactRow contact) {
        if (contact.results().isEmpty()) {
            return meta(getTranslation("aftercare.said.nothing"));
        }
        var result = contact.results().getFirst();
        var list = new UnorderedList();
        list.addClassName("relais-aftercare-attempts");
        words.said(result.form()).forEach(text -> list.add(new ListItem(text)));
        if (result.form().isEmpty()) {
            list.add(new ListItem(getTranslation("aftercare.said.empty")));
        }
        if (result.reason() != null) {
            list.add(new ListItem(meta(
                    getTranslation("aftercare.said.corrected", words.name(result.recordedBy()), result.reason()))));
        }
        return list;
    }

    private Component createActs(ContactRow contact) {
        var acts = new Div();
        acts.addClassName("relais-aftercare-acts");
        if (row.running() && contact.due()) {
            var attempt = new BusyButton(
                    getTranslation("aftercare.attempt"),
                    Glyph.PHONE,
                    () -> new AttemptDialog(desk, row, contact, this::attempt).open());
            attempt.addThemeNames("small", "primary");
            attempt.setAriaLabel(getTranslation("aftercare.attempt") + ", " + words.contact(contact.months()));
            acts.add(attempt);
            if (contact.triedDays() >= desk.rule().now().attemptDays()) {
                acts.add(button("aftercare.not-reached", Glyph.CIRCLE_X, () -> notReached(contact)));
            }
        }
        if (contact.state() == ContactState.REACHED && !contact.results().isEmpty()) {
            acts.add(button(
                    "aftercare.correct",
                    Glyph.PEN_LINE,
                    () -> new CorrectFormDialog(desk, contact, this::correct).open()));
        }
        return acts;
    }

    private void attempt(org.relais.aftercare.NoteAttempt command) {
        desk.followUps().attempt(desk.write(grant.person()), command);
        done("aftercare.attempt.done");
    }

    private void correct(CorrectFormDialog.Correction said) {
        desk.followUps()
                .correct(desk.write(grant.person()), said.contact(), said.version(), said.form(), said.reason());
        done("aftercare.correct.done");
    }

    private void notReached(ContactRow contact) {
        new FieldErrors().run(() -> {
            desk.followUps().notReached(desk.write(grant.person()), contact.id(), contact.version());
            done("aftercare.not-reached.done");
        });
    }

    private void answer(FollowUpAnswer answer) {
        new FieldErrors().run(() -> {
            desk.followUps()
                    .answer(desk.write(grant.person()), new AnswerFollowUp(row.id(), row.version(), answer, null));
            done("aftercare.answer.done." + word(answer));
        });
    }

    private void hand() {
        new WorkerDialog(desk, row, worker -> {
                    desk.followUps().hand(desk.write(grant.person()), row.id(), row.version(), worker);
                    done("aftercare.hand.done");
                })
                .open();
    }

    private void done(String key) {
        Toast.success(getTranslation(key));
        changed.run();
    }

    private Button button(String key, Glyph glyph, Runnable act) {
        var button = new BusyButton(getTranslation(key), glyph, act);
        button.addThemeName("small");
        return button;
    }

    private boolean writable() {
        return grant.mayWrite(Section.PLAN) && grant.centres().contains(row.centre());
    }

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassName("relais-meta");
        return span;
    }

    private static String word(FollowUpAnswer answer) {
        return answer.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
