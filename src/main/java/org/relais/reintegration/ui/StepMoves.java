package org.relais.reintegration.ui;

import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StaleStep;
import org.relais.reintegration.StepChangeRow;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.GoalId;
import org.relais.shared.InvalidInput;
import org.relais.shared.RelaisException;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Toast;

/** What can be done with a step that is shown: moving it, changing its due day, looking at its history. */
final class StepMoves {

    private final StepDesk desk;
    private final StepWords words;
    private final Grant read;
    private final BoardPage page;
    private final Consumer<StepRow> changed;

    /** @param changed draws the steps again, after a change or when somebody else made one; the step, to go back to it */
    StepMoves(StepDesk desk, StepWords words, Grant read, BoardPage page, Consumer<StepRow> changed) {
        this.desk = desk;
        this.words = words;
        this.read = read;
        this.page = page;
        this.changed = changed;
    }

    /** Moves the step; asks why first, where that has to be said. */
    void move(StepRow row, StepStatus status) {
        if (status.needsReason()) {
            askWhy(row, status);
        } else {
            run(row, stored -> ChangeStep.move(stored, status, null));
        }
    }

    /** What usually comes next. */
    static StepStatus usual(StepRow row) {
        return row.status() == StepStatus.DOING ? StepStatus.DONE : StepStatus.DOING;
    }

    /**
     * Puts the step into a column of the board, and under a goal. Asks through whom it goes before an answer is awaited,
     * where nobody is named. A step that somebody outside saw to is taken up by whoever takes it back.
     *
     * @param goal null: the one it serves
     */
    void put(StepRow row, BoardColumn column, @Nullable GoalId goal) {
        var there = row.column().filter(column::equals).isPresent();
        if (there && (goal == null || goal.equals(row.goal()))) {
            return;
        }
        var referral = page.referral(row);
        if (referral != null && !there && column != BoardColumn.DONE) {
            Toast.error(words.say("reintegration.referral.waits", referral.recipientName()));
        } else if (there) {
            run(row, stored -> ChangeStep.serve(stored, Objects.requireNonNull(goal)));
        } else if (column == BoardColumn.PARTNER && row.through().isEmpty()) {
            askOfWhom(row, goal);
        } else if (column == BoardColumn.PARTNER) {
            run(row, stored -> ChangeStep.await(stored, null, stored.dueOn()).under(goal));
        } else if (row.awaited() && column == BoardColumn.DOING) {
            run(row, stored -> takenBack(stored, StepStatus.DOING, null).under(goal));
        } else {
            run(row, stored -> ChangeStep.move(stored, column.status(), null).under(goal));
        }
    }

    /** The partner accepted: what was asked for is done. */
    void accepted(StepRow row) {
        var status = row.status().mayBecome(StepStatus.DONE) ? StepStatus.DONE : StepStatus.DOING;
        run(row, stored -> takenBack(stored, status, null));
    }

    /** The partner refused: the step is blocked on our side, and it is said why. */
    void refused(StepRow row) {
        askWhy(row, "reintegration.answer.refused", (stored, why) -> takenBack(stored, StepStatus.BLOCKED, why));
    }

    /** No answer came and none is expected: the step is cancelled, and it is said why. */
    void withoutAnswer(StepRow row) {
        askWhy(row, "reintegration.answer.none", (stored, why) -> takenBack(stored, StepStatus.CANCELLED, why));
    }

    /** Gives the step to somebody else. */
    void handOver(StepRow row) {
        var to = new ResponsibleFields(desk.colleagues(), row.responsible());
        var errors = to.register(new FieldErrors());
        new StepDialog(
                        words.say("reintegration.hand-over.title", row.title()),
                        words.say("reintegration.hand-over.verb"),
                        () -> errors.run(() -> {
                            var chosen = to.value();
                            if (chosen == null) {
                                throw new InvalidInput("worker", "shared.error.required");
                            }
                            send(row, stored -> ChangeStep.handOver(stored, chosen));
                        }),
                        to)
                .open();
    }

    /** Notes that somebody was asked or reminded, and until when one waits from now on. */
    void contact(StepRow row) {
        var form = new ContactForm(row);
        new StepDialog(
                        words.say("reintegration.contact.title", row.title()),
                        words.say("reintegration.contact.verb"),
                        () -> form.errors().run(() -> {
                            desk.steps().contact(desk.write(row.person()), form.command());
                            var due = form.dueOn();
                            if (due.equals(row.dueOn())) {
                                changed.accept(row);
                                Toast.success(words.say("reintegration.contact.noted"));
                            } else {
                                send(row, stored -> ChangeStep.postpone(stored, due));
                            }
                        }),
                        form)
                .open();
    }

    private void askOfWhom(StepRow row, @Nullable GoalId goal) {
        var partner = new TextField(words.say("reintegration.await.partner"));
        partner.setHelperText(words.say("reintegration.step.partner.help"));
        partner.setRequiredIndicatorVisible(true);
        var due = new DateField(words.say("reintegration.await.due"));
        due.setValue(row.dueOn());
        due.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("partner", partner).register("dueOn", due);
        new StepDialog(
                        words.say("reintegration.await.title", row.title()),
                        words.say("reintegration.await.verb"),
                        () -> errors.run(() -> {
                            var name = partner.getValue();
                            var day = due.getValue();
                            send(
                                    row,
                                    stored ->
                                            ChangeStep.await(stored, name, day).under(goal));
                        }),
                        partner,
                        due)
                .open();
    }

    private ChangeStep takenBack(StepRow stored, StepStatus status, @Nullable String why) {
        var change = ChangeStep.answered(stored, status, why);
        return stored.responsible() instanceof Responsible.ThirdParty && status.open()
                ? change.by(new Responsible.Worker(read.actor().id()))
                : change;
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
        askWhy(
                row,
                "reintegration.move." + status.name().toLowerCase(Locale.ROOT),
                (stored, why) -> ChangeStep.move(stored, status, why));
    }

    private void askWhy(StepRow row, String key, BiFunction<StepRow, String, ChangeStep> change) {
        var reason = new TextArea(words.say("reintegration.step.reason"));
        reason.setHelperText(words.say("reintegration.move.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("reason", reason);
        new StepDialog(
                        words.say(key + ".title", row.title()),
                        words.say(key + ".verb"),
                        () -> errors.run(() -> {
                            var why = reason.getValue();
                            send(row, stored -> change.apply(stored, why));
                        }),
                        reason)
                .open();
    }

    private void run(StepRow row, Change mine) {
        new FieldErrors().run(() -> send(row, mine));
    }

    private void send(StepRow shown, Change mine) {
        try {
            var after = desk.steps().change(desk.write(shown.person()), mine.apply(shown));
            changed.accept(after);
            say(shown, after);
        } catch (StaleStep stale) {
            changed.accept(stale.stored());
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

    // Undoing is a move like any other, from where the step stands now.
    private void say(StepRow before, StepRow after) {
        if (before.version() == after.version()) {
            return;
        }
        var there = after.column();
        if (there.equals(before.column()) && before.status() == after.status()) {
            Toast.success(
                    before.dueOn().equals(after.dueOn())
                            ? words.say("reintegration.changed")
                            : words.say("reintegration.postponed", words.date(after.dueOn())));
            return;
        }
        var text = words.say(
                "reintegration.moved",
                words.say(there.map(BoardColumn::key).orElse(after.status().key())));
        var back = before.column().filter(after.reachable()::contains);
        if (back.isPresent() && !before.status().needsReason()) {
            Toast.undo(text, () -> put(after, back.get(), before.goal()));
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
