package org.relais.therapy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.RelaisException;
import org.relais.therapy.ProcessNote;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** One's own process note, open until the dialog closes; each opening is a row in the access log. */
final class ProcessNoteDialog extends Dialog {

    private final transient TherapyDesk desk;
    private final transient PersonId person;
    private final transient Formats formats;
    private final Div words = new Div();
    private final TextArea addition = new TextArea();

    private ProcessNoteDialog(TherapyDesk desk, PersonId person, ProcessNote note, Formats formats) {
        this.desk = desk;
        this.person = person;
        this.formats = formats;
        addClassName("relais-process-note");
        setHeaderTitle(getTranslation("therapy.process.title"));
        var session = new Span(getTranslation("therapy.process.session", formats.dateTime(note.sessionStart())));
        session.addClassName("relais-secondary");
        var head = new Div(new DisciplineLabel(Discipline.PSYCHOLOGICAL), session);
        head.addClassName("relais-row");
        addition.setLabel(getTranslation("therapy.process.addendum"));
        addition.setHelperText(getTranslation("therapy.process.addendum.help"));
        addition.setWidthFull();
        add(head, words, addition);
        var errors = new FieldErrors().register("text", addition);
        var sign = new BusyButton(
                getTranslation("therapy.process.addendum.sign"), () -> errors.run(() -> sign(note.id())));
        getFooter().add(new Button(getTranslation("uikit.close"), event -> close()), sign);
        FirstField.focusWhenOpened(this);
        show(note);
    }

    /** Opens the note for its author; anybody else is told that it is not theirs, and the attempt is in the log. */
    static void open(TherapyDesk desk, PersonId person, ProcessNoteId note, Formats formats) {
        try {
            var opened = desk.processNotes().open(desk.opening(person), note);
            new ProcessNoteDialog(desk, person, opened, formats).open();
        } catch (RelaisException refusal) {
            Toast.error(I18NProvider.translate(refusal.key(), refusal.arguments()));
        }
    }

    private void sign(ProcessNoteId note) {
        desk.processNotes().addendum(desk.signing(person), note, addition.getValue());
        addition.clear();
        show(desk.processNotes().open(desk.opening(person), note));
        Toast.success(getTranslation("therapy.process.addendum.done"));
    }

    private void show(ProcessNote note) {
        words.removeAll();
        words.add(text(getTranslation("therapy.process.signed", formats.dateTime(note.signedAt())), note.text()));
        note.addenda().forEach(addendum -> {
            var block = text(
                    getTranslation("therapy.process.added", formats.dateTime(addendum.signedAt())), addendum.text());
            block.addClassName("relais-session-addendum");
            words.add(block);
        });
    }

    private static Div text(String head, String text) {
        var line = new Span(Glyph.LOCK.create(), new Span(head));
        line.addClassNames("relais-meta", "relais-row");
        var body = new Div(text);
        body.addClassName("relais-session-text");
        return new Div(line, body);
    }
}
