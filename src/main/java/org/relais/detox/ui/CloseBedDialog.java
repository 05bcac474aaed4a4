package org.relais.detox.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;

import org.relais.episode.BedCondition;
import org.relais.episode.BedRow;
import org.relais.episode.ChangeBed;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Closes a bed: why, and until when if that is known. */
class CloseBedDialog extends FormDialog {

    private final transient BedRow of;
    private final TextField reason;
    private final DateField until;
    private final transient Consumer<ChangeBed> change;

    CloseBedDialog(BedRow of, BedWords words, Consumer<ChangeBed> change) {
        super(words.say("detox.bed.close.title", of.bed().label()), words.say("detox.bed.close.verb"));
        this.of = of;
        this.change = change;
        reason = new TextField(words.say("detox.bed.close.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(200);
        reason.addClassName("relais-wide");
        until = new DateField(words.say("detox.bed.close.until"));
        add("reason", reason);
        add("until", until);
    }

    @Override
    protected void save() {
        change.accept(new ChangeBed(
                of.bed().id(), of.state().version(), BedCondition.CLOSED, reason.getValue(), until.getValue()));
    }
}
