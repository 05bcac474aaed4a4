package org.relais.escalation.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** Says what was done about an alarm, and closes it. */
class ResolveAlarmDialog extends Dialog {

    /** @param callback takes the note; what it refuses stands at the field and the dialog stays */
    ResolveAlarmDialog(String title, Consumer<String> callback) {
        addClassName("relais-alarm-dialog");
        setHeaderTitle(getTranslation("escalation.resolve.title"));
        setCloseOnOutsideClick(false);
        var about = new Paragraph(title);
        about.addClassName("relais-secondary");
        var note = new TextArea(getTranslation("escalation.resolve.note"));
        note.setHelperText(getTranslation("escalation.resolve.note.help"));
        note.setRequiredIndicatorVisible(true);
        note.setWidthFull();
        var errors = new FieldErrors().register("note", note);
        add(about, note);
        var confirm = new BusyButton(getTranslation("escalation.resolve"), () -> {
            if (errors.run(() -> callback.accept(note.getValue()))) {
                close();
            }
        });
        confirm.addThemeName("primary");
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), confirm);
    }
}
