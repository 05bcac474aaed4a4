package org.relais.staff.ui;

import java.time.LocalDate;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.staff.HeldFunction;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Ends a function after a last day. */
final class EndFunctionDialog extends FormDialog {

    private final DateField until = new DateField(getTranslation("staff.field.until"));
    private final transient Consumer<LocalDate> end;

    EndFunctionDialog(HeldFunction held, StaffWords words, Consumer<LocalDate> end) {
        super(
                I18NProvider.translate(
                        "staff.function.end.title", words.text(held.function().key()), words.centre(held.centre())),
                I18NProvider.translate("staff.function.end"));
        this.end = end;
        until.setValue(words.today(held.centre()));
        until.setRequiredIndicatorVisible(true);
        until.addClassName("relais-wide");
        errors().register("until", until);
        var text = new Paragraph(getTranslation("staff.function.end.text"));
        text.addClassName("relais-wide");
        fields(text, until);
    }

    @Override
    protected void save() {
        end.accept(until.getValue());
    }
}
