package org.relais.record.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.record.Amendment;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** Asks for the text of an addendum, or for the reason of taking an entry back. Both are signed at once. */
final class AmendDialog extends Dialog {

    AmendDialog(Amendment how, String entry, Signing signing) {
        var words = how.key();
        setHeaderTitle(getTranslation(words + ".question", entry));
        setWidth("36rem");
        setCloseOnOutsideClick(false);
        var text = new TextArea(getTranslation(words + ".label"));
        text.addClassName("relais-amend-text");
        text.setWidthFull();
        text.setRequiredIndicatorVisible(true);
        FirstField.focusWhenOpened(this);
        add(new Paragraph(getTranslation(words + ".text")), text);
        var errors = new FieldErrors().register(how == Amendment.ADDENDUM ? "text" : "reason", text);
        var sign = new BusyButton(getTranslation(words + ".verb"), () -> {
            if (errors.run(() -> signing.sign(text.getValue()))) {
                close();
            }
        });
        sign.addThemeName("primary");
        getFooter().add(new Button(getTranslation("uikit.cancel"), event -> close()), sign);
    }

    /** What happens with the text. */
    interface Signing {

        void sign(String text);
    }
}
