package org.relais.situation.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.shared.FreeText;
import org.relais.shared.SituationStateId;
import org.relais.situation.CorrectState;
import org.relais.situation.StateKind;
import org.relais.situation.StateList;
import org.relais.situation.StateList.Choice;
import org.relais.situation.StateRow;
import org.relais.situation.TellState;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Tells a state from a day on, or puts a row in the place of one that was told wrongly. */
abstract class StateDialog extends FormDialog {

    final SituationStateId id = SituationStateId.create();
    final ComboBox<Choice> code = new ComboBox<>();
    final Checkbox lasting = new Checkbox();
    final DateField from;
    final DateField to;
    final TextField note = new TextField();

    private StateDialog(SituationWords words, String title, String verb, StateList list, StateKind kind) {
        super(title, verb);
        code.setLabel(words.say(kind.key()));
        code.setItems(list.choices(kind));
        code.setItemLabelGenerator(
                choice -> words.state(kind, choice.code(), list.rule().version()));
        code.setRequiredIndicatorVisible(true);
        code.addClassName("relais-wide");
        lasting.setLabel(words.say("situation.states.lasting"));
        lasting.addClassName("relais-wide");
        lasting.setVisible(false);
        code.addValueChangeListener(event ->
                lasting.setVisible(event.getValue() != null && event.getValue().asksWhetherLasting()));
        from = new DateField(words.say("situation.states.from"));
        from.setRequiredIndicatorVisible(true);
        from.setHelperText(words.say("situation.states.from.help"));
        to = new DateField(words.say("situation.states.to"));
        to.setHelperText(words.say("situation.states.to.help"));
        note.setLabel(words.say("situation.states.note"));
        note.setMaxLength(FreeText.LINE);
        note.addClassName("relais-wide");
        if (kind == StateKind.HOUSING) {
            code.setHelperText(words.say("situation.states.housing.help"));
        }
        add("code", code);
        fields(lasting);
        add("from", from);
        add("to", to);
        add("note", note);
    }

    @Nullable
    String chosen() {
        return code.isEmpty() ? null : code.getValue().code();
    }

    /** Tells a new state. */
    static StateDialog tell(
            SituationWords words,
            StateList list,
            List<Centre> centres,
            StateKind kind,
            LocalDate today,
            Consumer<TellState> tell) {
        return new Tell(words, list, centres, kind, today, tell);
    }

    /** Corrects a state. */
    static StateDialog correct(SituationWords words, StateList list, StateRow wrong, Consumer<CorrectState> correct) {
        return new Correct(words, list, wrong, correct);
    }

    private static final class Tell extends StateDialog {

        private final Select<Centre> centre = new Select<>();
        private final StateKind kind;
        private final transient Consumer<TellState> tell;

        Tell(
                SituationWords words,
                StateList list,
                List<Centre> centres,
                StateKind kind,
                LocalDate today,
                Consumer<TellState> tell) {
            super(
                    words,
                    words.say("situation.states.dialog", words.say(kind.key())),
                    words.say("situation.states.save"),
                    list,
                    kind);
            this.kind = kind;
            this.tell = tell;
            from.setValue(today);
            centre.setLabel(words.say("situation.centre"));
            centre.setItems(centres);
            centre.setItemLabelGenerator(Centre::name);
            centre.setValue(centres.getFirst());
            centre.setVisible(centres.size() > 1);
            add("centre", centre);
        }

        @Override
        protected void save() {
            tell.accept(new TellState(
                    id,
                    centre.getValue().id(),
                    kind,
                    chosen(),
                    lasting.getValue(),
                    from.getValue(),
                    to.getValue(),
                    note.getValue()));
        }
    }

    private static final class Correct extends StateDialog {

        private final Checkbox takeBack = new Checkbox();
        private final TextArea reason = new TextArea();
        private final transient StateRow wrong;
        private final transient Consumer<CorrectState> correct;

        Correct(SituationWords words, StateList list, StateRow wrong, Consumer<CorrectState> correct) {
            super(
                    words,
                    words.say("situation.states.dialog.correct", words.state(wrong)),
                    words.say("situation.states.save.correct"),
                    list,
                    wrong.kind());
            this.wrong = wrong;
            this.correct = correct;
            list.choice(wrong.kind(), String.valueOf(wrong.code())).ifPresent(code::setValue);
            lasting.setValue(wrong.lasting());
            from.setValue(wrong.from());
            to.setValue(wrong.to());
            note.setValue(wrong.note() == null ? "" : wrong.note());
            takeBack.setLabel(words.say("situation.states.take-back"));
            takeBack.addClassName("relais-wide");
            takeBack.addValueChangeListener(event -> {
                code.setVisible(!event.getValue());
                from.setVisible(!event.getValue());
                to.setVisible(!event.getValue());
                note.setVisible(!event.getValue());
                lasting.setVisible(
                        !event.getValue() && !code.isEmpty() && code.getValue().asksWhetherLasting());
            });
            reason.setLabel(words.say("situation.correct.reason"));
            reason.setRequiredIndicatorVisible(true);
            reason.addClassName("relais-wide");
            fields(takeBack);
            add("reason", reason);
        }

        @Override
        protected void save() {
            correct.accept(
                    takeBack.getValue()
                            ? new CorrectState(id, wrong.id(), null, false, null, null, null, reason.getValue())
                            : new CorrectState(
                                    id,
                                    wrong.id(),
                                    required("code", code).code(),
                                    lasting.getValue(),
                                    from.getValue(),
                                    to.getValue(),
                                    note.getValue(),
                                    reason.getValue()));
        }
    }
}
