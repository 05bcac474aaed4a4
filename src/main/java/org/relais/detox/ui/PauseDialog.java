package org.relais.detox.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextArea;

import org.relais.uikit.FormDialog;

/** Suspends watching, with the reason. */
class PauseDialog extends FormDialog {

    private final TextArea reason = new TextArea();
    private final transient Consumer<String> suspend;

    PauseDialog(String person, DetoxWords words, Consumer<String> suspend) {
        super(words.say("detox.suspend.title", person), words.say("detox.suspend.verb"));
        this.suspend = suspend;
        reason.setLabel(words.say("detox.suspend.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.addClassName("relais-wide");
        add("reason", reason);
    }

    @Override
    protected void save() {
        suspend.accept(reason.getValue());
    }
}
