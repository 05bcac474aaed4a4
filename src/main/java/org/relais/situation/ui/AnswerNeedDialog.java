package org.relais.situation.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;

import org.relais.shared.FreeText;
import org.relais.situation.Need;
import org.relais.uikit.FormDialog;

/** Says what was done about an urgent need. */
class AnswerNeedDialog extends FormDialog {

    private final TextField what = new TextField();
    private final transient Consumer<String> answer;

    AnswerNeedDialog(Need need, SituationWords words, Consumer<String> answer) {
        super(
                words.say("situation.need.answer.title", words.say(need.domain().key())),
                words.say("situation.need.answer.verb"));
        this.answer = answer;
        what.setLabel(words.say("situation.need.answer.what"));
        what.setRequiredIndicatorVisible(true);
        what.setMaxLength(FreeText.LINE);
        what.addClassName("relais-wide");
        add("what", what);
    }

    @Override
    protected void save() {
        answer.accept(what.getValue());
    }
}
