package org.relais.privacy.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextArea;

/** Refuses a request; the asker reads why. */
final class RefuseDialog extends PrivacyDialog {

    private final TextArea answer = new TextArea();
    private final transient Consumer<String> refuse;

    RefuseDialog(String person, Consumer<String> refuse) {
        super("privacy.requests.refuse", person);
        this.refuse = refuse;
        answer.setLabel(getTranslation("privacy.field.refusal"));
        answer.setRequiredIndicatorVisible(true);
        answer.addClassName("relais-wide");
        errors().register("answer", answer);
        explain(getTranslation("privacy.requests.refuse.explain"));
        fields(answer);
    }

    @Override
    void act() {
        refuse.accept(answer.getValue());
    }
}
