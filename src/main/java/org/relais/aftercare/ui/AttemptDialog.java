package org.relais.aftercare.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.ContactRow;
import org.relais.aftercare.FollowUpRow;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.NoteAttempt;
import org.relais.shared.FollowUpAttemptId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** An attempt to reach the person: what came of it, and, when they were reached, what they said. */
final class AttemptDialog extends FormDialog {

    private final transient FollowUpAttemptId id = FollowUpAttemptId.create();
    private final RadioButtonGroup<AttemptOutcome> outcome = new RadioButtonGroup<>();
    private final Select<AttemptForm> form = new Select<>();
    private final DateField day = new DateField(getTranslation("aftercare.field.day"));
    private final TextArea note = new TextArea(getTranslation("aftercare.field.note"));
    private final Checkbox ends = new Checkbox(getTranslation("aftercare.field.ends"));
    private final Paragraph consequence = new Paragraph(getTranslation("aftercare.deceased.consequence"));
    private final FormFields answers;
    private final transient ContactRow contact;
    private final transient Consumer<NoteAttempt> save;

    AttemptDialog(AftercareDesk desk, FollowUpRow row, ContactRow contact, Consumer<NoteAttempt> save) {
        super(translate("aftercare.attempt.title", contact.months()), translate("aftercare.attempt.verb"));
        this.contact = contact;
        this.save = save;
        outcome.setLabel(getTranslation("aftercare.field.outcome"));
        outcome.setItems(AttemptOutcome.values());
        outcome.setItemLabelGenerator(one -> getTranslation(one.key()));
        outcome.addClassName("relais-wide");
        form.setLabel(getTranslation("aftercare.field.form"));
        form.setItems(AttemptForm.values());
        form.setItemLabelGenerator(one -> getTranslation(one.key()));
        form.setValue(AttemptForm.PHONE);
        day.setValue(desk.today(row.centre()));
        note.setMaxLength(FollowUps.NOTE);
        note.addClassName("relais-wide");
        consequence.addClassNames("relais-wide", "relais-secondary");
        ends.addClassName("relais-wide");
        add("outcome", outcome);
        add("form", form);
        add("day", day);
        answers = new FormFields(desk.rule().now(), errors());
        fields(answers, ends, consequence);
        add("note", note);
        outcome.addValueChangeListener(event -> show(event.getValue()));
        outcome.setValue(AttemptOutcome.NO_ANSWER);
    }

    @Override
    protected void save() {
        save.accept(new NoteAttempt(
                id,
                contact.id(),
                day.getValue(),
                form.getValue(),
                outcome.getValue(),
                answers.form(),
                ends.getValue(),
                note.getValue()));
    }

    private void show(AttemptOutcome chosen) {
        answers.setVisible(chosen == AttemptOutcome.REACHED);
        ends.setVisible(chosen == AttemptOutcome.DECLINED);
        consequence.setVisible(chosen == AttemptOutcome.DECEASED);
    }
}
