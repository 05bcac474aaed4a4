package org.relais.staff.ui;

import java.time.LocalDate;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centre;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Closes a centre on a day, beside weekends and public holidays. */
final class CloseDayDialog extends FormDialog {

    private final DateField day = new DateField(getTranslation("staff.closed.day"));
    private final TextField reason = new TextField(getTranslation("staff.closed.reason"));
    private final transient BiConsumer<LocalDate, String> close;

    CloseDayDialog(Centre centre, BiConsumer<LocalDate, String> close) {
        super(
                I18NProvider.translate("staff.closed.close.title", centre.name()),
                I18NProvider.translate("staff.closed.close.verb"));
        this.close = close;
        add("day", day);
        add("reason", reason);
    }

    @Override
    protected void save() {
        close.accept(required("day", day), required("reason", reason));
    }
}
