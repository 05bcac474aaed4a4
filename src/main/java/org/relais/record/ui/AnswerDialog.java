package org.relais.record.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.uikit.FormDialog;

/** Asks why a request is declined. */
final class AnswerDialog extends FormDialog {

    private final TextArea words = new TextArea();
    private final transient Consumer<String> answer;

    AnswerDialog(Consumer<String> answer) {
        super(
                I18NProvider.translate("record.request.decline.question"),
                I18NProvider.translate("record.request.decline"));
        this.answer = answer;
        words.setLabel(getTranslation("record.request.decline.words"));
        words.setHelperText(getTranslation("record.request.decline.help"));
        words.setRequiredIndicatorVisible(true);
        add("words", words);
    }

    @Override
    protected void save() {
        answer.accept(words.getValue());
    }
}
