package org.relais.oversight.ui;

import java.time.LocalDate;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.oversight.EnterReportRequest;
import org.relais.oversight.Handover;
import org.relais.oversight.ReportLanguage;
import org.relais.shared.ReportRequestId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** Enters that somebody asked who read their record. */
final class EnterRequestDialog extends Dialog {

    private final TextField number = new TextField(getTranslation("oversight.own.field.record"));
    private final DateField received = new DateField(getTranslation("oversight.own.field.received"));
    private final RadioButtonGroup<ReportLanguage> language =
            new RadioButtonGroup<>(getTranslation("oversight.own.field.language"));
    private final Select<Handover> handover = new Select<>();
    // Of this dialog: a second click enters the same request
    private final transient ReportRequestId id = ReportRequestId.create();

    EnterRequestDialog(int dueDays, LocalDate today, Consumer<EnterReportRequest> enter) {
        addClassName("relais-confirm");
        setHeaderTitle(getTranslation("oversight.own.enter.title"));
        setCloseOnOutsideClick(false);
        number.setRequiredIndicatorVisible(true);
        received.setValue(today);
        received.setMax(today);
        received.setRequiredIndicatorVisible(true);
        language.setItems(ReportLanguage.values());
        language.setItemLabelGenerator(each -> getTranslation(each.key()));
        language.setValue(ReportLanguage.of(getLocale()));
        handover.setLabel(getTranslation("oversight.own.field.handover"));
        handover.setItems(Handover.values());
        handover.setItemLabelGenerator(each -> getTranslation(each.key()));
        handover.setValue(Handover.IN_PERSON);
        var errors = new FieldErrors()
                .register("record", number)
                .register("receivedOn", received)
                .register("language", language)
                .register("handover", handover);
        var open = new BusyButton(getTranslation("oversight.own.enter.verb"), () -> {
            if (errors.run(() -> enter.accept(command()))) {
                close();
            }
        });
        open.addThemeName("primary");
        var form = new Div(
                new Paragraph(getTranslation("oversight.own.enter.text", dueDays)),
                number,
                received,
                language,
                handover);
        form.addClassName("relais-column");
        add(form);
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), open);
    }

    private EnterReportRequest command() {
        return new EnterReportRequest(
                id, number.getValue(), received.getValue(), language.getValue(), handover.getValue());
    }
}
