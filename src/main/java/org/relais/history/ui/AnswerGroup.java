package org.relais.history.ui;

import java.util.List;
import java.util.stream.Stream;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.jspecify.annotations.Nullable;

import org.relais.history.SubstanceList.Choice;

/** One question with the answers of a list, and that it was not asked: chosen until somebody answers. */
class AnswerGroup extends RadioButtonGroup<String> {

    static final String NOT_ASKED = "";

    AnswerGroup(String label, List<Choice> answers, SubstanceWords words) {
        setLabel(label);
        setItems(Stream.concat(Stream.of(NOT_ASKED), answers.stream().map(Choice::code))
                .toList());
        setItemLabelGenerator(code -> words.word(answers, code));
        setValue(NOT_ASKED);
        addClassName("relais-wide");
    }

    void tell(@Nullable String code) {
        setValue(code == null ? NOT_ASKED : code);
    }

    /** Null while it was not asked. */
    @Nullable
    String told() {
        var code = getValue();
        return code == null || code.isEmpty() ? null : code;
    }

    boolean asked() {
        return told() != null;
    }
}
