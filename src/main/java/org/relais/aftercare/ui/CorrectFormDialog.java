package org.relais.aftercare.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextArea;

import org.relais.aftercare.ContactRow;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.ResultRow;
import org.relais.shared.FollowUpContactId;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Corrects what the person said; why is asked, and what stood before stays. */
final class CorrectFormDialog extends FormDialog {

    private final FormFields answers;
    private final TextArea reason = new TextArea(getTranslation("aftercare.field.reason"));
    private final transient ResultRow before;
    private final transient Consumer<Correction> save;

    CorrectFormDialog(AftercareDesk desk, ContactRow contact, Consumer<Correction> save) {
        super(translate("aftercare.correct.title", contact.months()), translate("aftercare.correct.verb"));
        this.before = contact.results().getFirst();
        this.save = save;
        answers = new FormFields(desk.rule().now(), errors());
        answers.read(before.form());
        reason.setMaxLength(FollowUps.NOTE);
        reason.addClassName("relais-wide");
        fields(answers);
        add("reason", reason);
    }

    @Override
    protected void save() {
        save.accept(new Correction(before.contact(), before.version(), answers.form(), reason.getValue()));
    }

    /** What was typed. */
    record Correction(FollowUpContactId contact, int version, FollowUpForm form, String reason) {}
}
