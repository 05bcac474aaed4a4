package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.access.Grant;
import org.relais.plan.ActionLife;
import org.relais.plan.ActionRow;
import org.relais.plan.ChangeAction;
import org.relais.plan.GoalStepState;
import org.relais.plan.StaleAction;
import org.relais.shared.RelaisException;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** What can be done with an action that is shown. */
final class ActionMoves {

    private final PlanDesk desk;
    private final PlanWords words;
    private final Grant read;
    private final Runnable changed;

    /** @param changed draws the plan again, after a change or when somebody else made one */
    ActionMoves(PlanDesk desk, PlanWords words, Grant read, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.read = read;
        this.changed = changed;
    }

    /** Moves the action; asks why first, where that has to be said. */
    void move(ActionRow action, GoalStepState state) {
        if (ActionLife.needsReason(state)) {
            new Why(action, state).open();
        } else {
            new FieldErrors().run(() -> send(action, shown -> ChangeAction.move(shown, state, null)));
        }
    }

    void replan(ActionRow action) {
        ActionDialog.replanning(desk, words, desk.write(read.person()), action, this, changed)
                .open();
    }

    void history(ActionRow action) {
        var list = new UnorderedList();
        list.addClassName("relais-plan-history");
        for (var change : desk.actions().history(desk.access().fresh(read), action.id())) {
            var when = new Span(words.say(
                    "plan.history.by",
                    words.dateTime(change.changedAt(), action.centre()),
                    words.name(change.changedBy())));
            when.addClassName("relais-meta");
            var item = new ListItem(
                    words.state(change.state()),
                    new Paragraph(words.say(
                            "plan.action.standing", words.owner(change.owner()), words.date(change.dueOn()))));
            if (change.reason() != null) {
                item.add(new Paragraph(words.say("plan.action.reason.shown", change.reason())));
            }
            item.add(when);
            list.add(item);
        }
        var dialog = new Dialog(list);
        dialog.addClassName("relais-plan-dialog");
        dialog.setHeaderTitle(words.say("plan.action.history", action.title()));
        dialog.getFooter().add(new Button(words.say("uikit.close"), event -> dialog.close()));
        dialog.open();
    }

    void send(ActionRow shown, Function<ActionRow, ChangeAction> mine) {
        try {
            desk.actions().change(desk.write(read.person()), mine.apply(shown));
            changed.run();
            Toast.success(words.say("plan.saved"));
        } catch (StaleAction stale) {
            changed.run();
            showBoth(stale.stored(), mine);
        }
    }

    private void showBoth(ActionRow stored, Function<ActionRow, ChangeAction> mine) {
        var wanted = mine.apply(stored);
        var own = new ArrayList<String>();
        own.add(words.say(wanted.state().key()));
        own.add(words.say(
                "plan.action.standing",
                words.owner(wanted.byPerson() ? null : wanted.owner()),
                words.date(wanted.dueOn() == null ? stored.dueOn() : wanted.dueOn())));
        own.add(wanted.reason() == null ? "" : wanted.reason());
        var theirs = new ArrayList<String>();
        theirs.add(words.say(stored.state().key()));
        theirs.add(words.say("plan.action.standing", words.owner(stored.owner()), words.date(stored.dueOn())));
        theirs.add(stored.reason() == null ? "" : stored.reason());
        var possible = stored.state().open()
                && (stored.state() == wanted.state()
                        || ActionLife.next(stored.state()).contains(wanted.state()));
        new BothSides(
                        words,
                        stored.title(),
                        words.say(
                                "plan.stale.theirs",
                                words.name(stored.changedBy()),
                                words.dateTime(stored.changedAt(), stored.centre())),
                        theirs,
                        own,
                        possible ? () -> repeat(stored, mine) : null)
                .open();
    }

    private void repeat(ActionRow stored, Function<ActionRow, ChangeAction> mine) {
        try {
            send(stored, mine);
        } catch (RelaisException refusal) {
            Toast.error(words.say(refusal.key(), refusal.arguments()));
        }
    }

    /** Asks why an action is blocked or cancelled. */
    private final class Why extends FormDialog {

        private final transient ActionRow action;
        private final transient GoalStepState state;
        private final TextArea reason = new TextArea();

        Why(ActionRow action, GoalStepState state) {
            super(
                    words.say("plan.action." + state.name().toLowerCase(Locale.ROOT) + ".title", action.title()),
                    words.say("plan.action." + state.name().toLowerCase(Locale.ROOT) + ".verb"));
            this.action = action;
            this.state = state;
            addClassName("relais-plan-dialog");
            reason.setLabel(words.say("plan.action.reason"));
            reason.setMaxLength(500);
            reason.setRequiredIndicatorVisible(true);
            add("reason", reason);
        }

        @Override
        protected void save() {
            var why = reason.getValue();
            send(action, shown -> ChangeAction.move(shown, state, why));
        }
    }
}
