package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.MoveGoal;
import org.relais.plan.StaleGoal;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Toast;

/** What can be done with a goal that is shown. */
final class GoalMoves {

    private final PlanDesk desk;
    private final PlanWords words;
    private final Grant read;
    private final Runnable changed;

    /** @param changed draws the plan again, after a change or when somebody else made one */
    GoalMoves(PlanDesk desk, PlanWords words, Grant read, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.read = read;
        this.changed = changed;
    }

    void change(GoalRow goal) {
        GoalDialog.changing(desk, words, write(), goal, changed).open();
    }

    void reopen(GoalRow goal) {
        GoalDialog.reopening(desk, words, write(), goal, changed).open();
    }

    void addAction(GoalRow goal) {
        ActionDialog.adding(desk, words, write(), goal, changed).open();
    }

    /** Moves the goal; asks for the day and what shows it, where that has to be said. */
    void move(GoalRow goal, GoalState state) {
        if (state == GoalState.IN_PROGRESS) {
            new FieldErrors().run(() -> send(goal, new MoveGoal(goal.id(), goal.version(), state, null, null)));
        } else {
            new MoveGoalDialog(words, desk.today(goal.centre()), this, goal, state).open();
        }
    }

    void send(GoalRow shown, MoveGoal command) {
        try {
            desk.goals().move(write(), command);
            changed.run();
            Toast.success(words.say("plan.goal.moved", words.say(command.state().key())));
        } catch (StaleGoal stale) {
            changed.run();
            var stored = stale.stored();
            var own = new ArrayList<String>();
            own.add(words.say(command.state().key()));
            own.add(command.evidence() == null ? "" : command.evidence());
            bothSides(
                            words,
                            stored,
                            own,
                            stored.state().mayBecome(command.state()) ? () -> move(stored, command.state()) : null)
                    .open();
        }
    }

    /** Says by what a goal will be seen to be reached, before it is agreed. */
    GoalRow criterion(GoalRow goal, String criterion) {
        return desk.goals()
                .change(
                        write(),
                        new org.relais.plan.ChangeGoal(
                                goal.id(), goal.version(), goal.statement(), criterion, goal.targetOn(), goal.owner()));
    }

    void history(GoalRow goal) {
        var list = new UnorderedList();
        list.addClassName("relais-plan-history");
        for (var change : desk.goals().history(desk.access().fresh(read), goal.id())) {
            var when = new Span(words.say(
                    "plan.history.by",
                    words.dateTime(change.changedAt(), goal.centre()),
                    words.name(change.changedBy())));
            when.addClassName("relais-meta");
            var item = new ListItem(words.state(change.state()), words.quoted(change.statement()));
            if (change.criterion() != null) {
                item.add(new Paragraph(change.criterion()));
            }
            if (change.targetOn() != null) {
                item.add(new Paragraph(words.say("plan.goal.target.on", words.date(change.targetOn()))));
            }
            if (change.evidence() != null) {
                item.add(new Paragraph(words.say("plan.goal.evidence.shown", change.evidence())));
            }
            item.add(when);
            list.add(item);
        }
        var dialog = new Dialog(list);
        dialog.addClassName("relais-plan-dialog");
        dialog.setHeaderTitle(words.say("plan.goal.history", goal.number()));
        dialog.getFooter().add(new Button(words.say("uikit.close"), event -> dialog.close()));
        dialog.open();
    }

    static BothSides bothSides(PlanWords words, GoalRow stored, List<String> mine, @Nullable Runnable again) {
        return new BothSides(
                words,
                words.say("plan.goal.number", stored.number()),
                words.say(
                        "plan.stale.theirs",
                        words.name(stored.changedBy()),
                        words.dateTime(stored.changedAt(), stored.centre())),
                GoalDialog.lines(words, stored),
                mine,
                again);
    }

    private Grant write() {
        return desk.write(read.person());
    }
}
