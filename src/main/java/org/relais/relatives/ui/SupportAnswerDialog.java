package org.relais.relatives.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.relatives.AnswerSupport;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.SupportAnswer;
import org.relais.relatives.SupportRow;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** What a relative made of an offer; what they said before stays. */
final class SupportAnswerDialog extends FormDialog {

    private final RadioButtonGroup<SupportAnswer> answer = new RadioButtonGroup<>();
    private final DateField on = new DateField(getTranslation("relatives.field.answered-on"));
    private final TextArea note = new TextArea(getTranslation("relatives.field.note"));
    private final transient SupportRow support;
    private final transient Consumer<AnswerSupport> save;

    SupportAnswerDialog(RelativesDesk desk, SupportRow support, Consumer<AnswerSupport> save) {
        super(translate("relatives.answer.title", support.name()), translate("relatives.answer.verb"));
        this.support = support;
        this.save = save;
        answer.setLabel(getTranslation("relatives.field.answer"));
        answer.setItems(SupportAnswer.values());
        answer.setItemLabelGenerator(one -> getTranslation(one.key()));
        answer.addClassName("relais-wide");
        on.setValue(desk.today(support.centre()));
        note.setMaxLength(RelativeContacts.NOTE);
        note.addClassName("relais-wide");
        add("answer", answer);
        add("on", on);
        add("note", note);
    }

    @Override
    protected void save() {
        save.accept(new AnswerSupport(
                support.id(), support.answers().size(), answer.getValue(), on.getValue(), note.getValue()));
    }
}
