package org.relais.reintegration.ui;

import java.util.Locale;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.access.Grant;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.StaleStep;
import org.relais.reintegration.StepChangeRow;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.RelaisException;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Toast;

/** What can be done with a step that is shown: moving it, changing its due day, looking at its history. */
final class StepMoves {

    private final StepDesk desk;
    private final StepWords words;
    private final Grant read;
    private final Runnable changed;

    /** @param changed draws the steps again, after a change or when somebody else made one */
    StepMoves(StepDesk desk, StepWords words, Grant read, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.read = read;
        this.changed = changed;
    }

    /** Moves the step; asks why first, where that has to be said. */
    void move(StepRow row, StepStatus status) {
        if (status.needsReason()) {
            askWhy(row, status);
        } else {
            new FieldErrors().run(() -> send(row, stored -> ChangeStep.move(stored, status, null)));
        }
    }

    void postpone(StepRow row) {
        var due = new DateField(words.say("reintegration.step.due"));
        due.setValue(row.dueOn());
        due.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("dueOn", due);
        new StepDialog(
                        words.say("reintegration.postpone.title", row.title()),
                        words.say("reintegration.postpone.verb"),
                        () -> errors.run(() -> {
                            var day = due.getValue();
                            send(row, stored -> ChangeStep.postpone(stored, day));
                        }),
                        due)
                .open();
    }

    void history(StepRow row) {
        var list = new UnorderedList();
        list.addClassName("relais-step-history");
        desk.steps().history(desk.access().fresh(read), row.id()).forEach(change -> list.add(line(change, row)));
        var dialog = new Dialog(list);
        dialog.addClassName("relais-step-dialog");
        dialog.setHeaderTitle(words.say("reintegration.history.title", row.title()));
        dialog.getFooter().add(new Button(words.say("uikit.close"), event -> dialog.close()));
        dialog.open();
    }

    private void askWhy(StepRow row, StepStatus status) {
        var reason = new TextArea(words.say("reintegration.step.reason"));
        reason.setHelperText(words.say("reintegration.move.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("reason", reason);
        var key = "reintegration.move." + status.name().toLowerCase(Locale.ROOT);
        new StepDialog(
                        words.say(key + ".title", row.title()),
                        words.say(key + ".verb"),
                        () -> errors.run(() -> {
                            var why = reason.getValue();
                            send(row, stored -> ChangeStep.move(stored, status, why));
                        }),
                        reason)
                .open();
    }

    private void send(StepRow shown, Change mine) {
        try {
            var after = desk.steps().change(desk.write(shown.person()), mine.apply(shown));
            changed.run();
            say(shown, after);
        } catch (StaleStep stale) {
            changed.run();
            var stored = stale.stored();
            var again = mine.apply(stored);
            new StaleStepDialog(stored, again, words, possible(stored, again) ? () -> repeat(stored, mine) : null)
                    .open();
        }
    }

    private void repeat(StepRow stored, Change mine) {
        try {
            send(stored, mine);
        } catch (RelaisException refusal) {
            Toast.error(words.say(refusal.key(), refusal.arguments()));
        }
    }

    private void say(StepRow before, StepRow after) {
        if (before.status() == after.status()) {
            Toast.success(words.say("reintegration.postponed", words.date(after.dueOn())));
            return;
        }
        var text = words.say("reintegration.moved", words.say(after.status().key()));
        if (after.status().mayBecome(before.status()) && !before.status().needsReason()) {
            Toast.undo(text, () -> move(after, before.status()));
        } else {
            Toast.success(text);
        }
    }

    private ListItem line(StepChangeRow change, StepRow row) {
        var when = new Span(words.say(
                "reintegration.history.by",
                words.dateTime(change.changedAt(), row.centre()),
                words.name(change.changedBy())));
        when.addClassNames("relais-meta", "relais-small-text");
        var item = new ListItem(
                words.status(change.status()),
                new Span(words.say("reintegration.due.on", words.date(change.dueOn()))),
                when);
        if (change.reason() != null) {
            item.add(new Paragraph(words.say("reintegration.step.reason.shown", change.reason())));
        }
        return item;
    }

    private static boolean possible(StepRow stored, ChangeStep mine) {
        return stored.status().open()
                && (stored.status() == mine.status() || stored.status().mayBecome(mine.status()));
    }

    /** One's change, made for a step as it is shown or as it stands now. */
    @FunctionalInterface
    private interface Change {
        ChangeStep apply(StepRow step);
    }
}
