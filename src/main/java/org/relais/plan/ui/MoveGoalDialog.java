package org.relais.plan.ui;

import java.time.LocalDate;

import com.vaadin.flow.component.textfield.TextArea;

import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.MoveGoal;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Asks when a goal was agreed or ended, and what shows it. */
final class MoveGoalDialog extends FormDialog {

    private final transient GoalMoves moves;
    private final transient GoalState state;
    private transient GoalRow goal;
    private final DateField on;
    private final TextArea criterion = new TextArea();
    private final TextArea evidence = new TextArea();

    MoveGoalDialog(PlanWords words, LocalDate today, GoalMoves moves, GoalRow goal, GoalState state) {
        super(
                words.say("plan.goal.move.title", goal.number(), words.say(state.key())),
                words.say(state == GoalState.AGREED ? "plan.goal.agree" : "plan.goal.close"));
        this.moves = moves;
        this.goal = goal;
        this.state = state;
        this.on = new DateField(words.say(state == GoalState.AGREED ? "plan.goal.signed-on" : "plan.goal.ended-on"));
        addClassName("relais-plan-dialog");
        fields(words.quoted(goal.statement()));
        criterion.setLabel(words.say("plan.goal.criterion"));
        criterion.setHelperText(words.say("plan.goal.criterion.help"));
        criterion.setMaxLength(500);
        criterion.setVisible(state == GoalState.AGREED && goal.criterion() == null);
        evidence.setLabel(words.say("plan.goal.evidence"));
        evidence.setHelperText(words.say("plan.goal.evidence.help"));
        evidence.setMaxLength(500);
        evidence.setVisible(state != GoalState.AGREED);
        evidence.setRequiredIndicatorVisible(state.needsEvidence());
        on.setValue(today);
        add("criterion", criterion);
        add("evidence", evidence);
        add("on", on);
    }

    @Override
    protected void save() {
        if (criterion.isVisible() && !criterion.isEmpty()) {
            goal = moves.criterion(goal, criterion.getValue());
        }
        moves.send(goal, new MoveGoal(goal.id(), goal.version(), state, on.getValue(), evidence.getValue()));
    }
}
