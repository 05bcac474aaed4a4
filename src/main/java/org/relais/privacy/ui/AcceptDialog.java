package org.relais.privacy.ui;

import java.time.Instant;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.textfield.TextArea;

import org.relais.uikit.DateField;

/** Accepts a request until a day, with a word for the asker if there is one to say. */
final class AcceptDialog extends PrivacyDialog {

    private static final int USUAL_DAYS = 14;

    private final DateField until;
    private final TextArea answer = new TextArea();
    private final transient PrivacyWords words;
    private final transient BiConsumer<Instant, String> accept;

    AcceptDialog(String person, PrivacyWords words, BiConsumer<Instant, String> accept) {
        super("privacy.requests.accept", person);
        this.words = words;
        this.accept = accept;
        until = new DateField(getTranslation("privacy.field.until"));
        until.setValue(words.today().plusDays(USUAL_DAYS));
        until.setRequiredIndicatorVisible(true);
        answer.setLabel(getTranslation("privacy.field.answer"));
        answer.addClassName("relais-wide");
        errors().register("until", until).register("answer", answer);
        explain(getTranslation("privacy.given.explain"));
        fields(until, answer);
    }

    @Override
    void act() {
        accept.accept(words.endOf(Days.required("until", until)), answer.getValue());
    }
}
