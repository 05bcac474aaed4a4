package org.relais.medication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.medication.DueDose;
import org.relais.medication.SlotStatus;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DueLabel;

/** One scheduled dose: what, how it stands, and the two buttons that answer it. */
final class DoseLine extends Div {

    private @Nullable BusyButton give;

    /** @param whom whose it is, where several people's stand together; null otherwise */
    DoseLine(DueDose due, @Nullable Component whom, boolean writable, MedicationWords words, DoseActs acts) {
        addClassName("relais-dose-line");
        var order = due.order();
        var time = new Span(words.time(due.slot().time()));
        time.addClassNames("relais-strong", "relais-numeric");
        var what = new Div(new Span(words.drug(order.drug())));
        what.addClassNames("relais-grow", "relais-column");
        if (whom != null) {
            what.addComponentAsFirst(whom);
        }
        var how = new Span(words.say(
                "medication.line", words.amount(due.slot().dose(), order.drug().unit()), words.route(order.drug())));
        how.addClassNames("relais-meta", "relais-small-text");
        what.add(how);
        add(time, what);
        var answer = due.answer();
        if (answer != null) {
            add(words.outcome(answer));
            return;
        }
        add(words.status(due.status()));
        if (due.status() == SlotStatus.DUE || due.status() == SlotStatus.OVERDUE) {
            add(new DueLabel(due.slot().at(), words.limits(order.centre()).grace()));
        }
        if (writable) {
            add(buttons(due, words, acts));
        }
    }

    /** Whether it waits for an answer and can be given one here. */
    boolean open() {
        return give != null;
    }

    /** Goes to its first button. */
    void focus() {
        if (give != null) {
            give.focus();
        }
    }

    private Component buttons(DueDose due, MedicationWords words, DoseActs acts) {
        var name = words.drug(due.order().drug());
        give = new BusyButton(words.say("medication.give"), () -> acts.give(due));
        if (due.status() != SlotStatus.NOT_DUE) {
            give.addThemeName("primary");
        }
        give.setAriaLabel(
                words.say("medication.give.label", name, words.time(due.slot().time())));
        var withhold = new BusyButton(words.say("medication.withhold"), () -> acts.withhold(due));
        withhold.setAriaLabel(words.say(
                "medication.withhold.label", name, words.time(due.slot().time())));
        var buttons = new Div(give, withhold);
        buttons.addClassName("relais-actions");
        return buttons;
    }
}
