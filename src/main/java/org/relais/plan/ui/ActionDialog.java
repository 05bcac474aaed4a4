package org.relais.plan.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.plan.ActionRow;
import org.relais.plan.AddAction;
import org.relais.plan.ChangeAction;
import org.relais.plan.GoalRow;
import org.relais.shared.ActionId;
import org.relais.shared.FreeText;
import org.relais.shared.GoalId;
import org.relais.shared.InvalidInput;
import org.relais.staff.StaffCard;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Writes an action down for a goal, or gives one another day or somebody else to see to it. */
final class ActionDialog extends FormDialog {

    private final transient PlanDesk desk;
    private final transient PlanWords words;
    private final transient Grant write;
    private final transient @Nullable GoalId goal;
    private final transient @Nullable ActionRow changing;
    private final transient Runnable saved;
    private final transient @Nullable ActionMoves moves;
    private final ActionId id = ActionId.create();
    private final TextField title = new TextField();
    private final DateField dueOn;
    private final RadioButtonGroup<Who> who = new RadioButtonGroup<>();
    private final ComboBox<StaffCard> owner = new ComboBox<>();
    private final Select<Centre> centre = new Select<>();

    private ActionDialog(
            PlanDesk desk,
            PlanWords words,
            Grant write,
            String name,
            String verb,
            @Nullable GoalRow goal,
            @Nullable ActionRow changing,
            @Nullable ActionMoves moves,
            Runnable saved) {
        super(name, verb);
        this.desk = desk;
        this.words = words;
        this.write = write;
        this.goal = goal == null ? null : goal.id();
        this.changing = changing;
        this.moves = moves;
        this.saved = saved;
        this.dueOn = new DateField(words.say("plan.action.due"));
        addClassName("relais-plan-dialog");
        title.setLabel(words.say("plan.action.title"));
        title.setMaxLength(FreeText.LINE);
        title.setRequiredIndicatorVisible(true);
        title.setVisible(changing == null);
        dueOn.setRequiredIndicatorVisible(true);
        who.setLabel(words.say("plan.action.who"));
        who.setItems(Who.values());
        who.setItemLabelGenerator(one -> words.say(one.key()));
        who.addValueChangeListener(event -> owner.setVisible(event.getValue() == Who.COLLEAGUE));
        owner.setLabel(words.say("plan.action.owner"));
        add("title", title);
        add("dueOn", dueOn);
        fields(who);
        add("owner", owner);
        add("centre", centre);
        PlanFields.centre(centre, desk.centres(write.centres()), words);
        var me = write.actor().id();
        if (changing == null) {
            PlanFields.colleague(
                    owner, desk, words, write.person(), centre.getValue().id(), me);
            centre.addValueChangeListener(event -> PlanFields.colleague(
                    owner, desk, words, write.person(), event.getValue().id(), me));
            who.setValue(Who.COLLEAGUE);
        } else {
            centre.setVisible(false);
            PlanFields.colleague(
                    owner,
                    desk,
                    words,
                    write.person(),
                    changing.centre(),
                    changing.owner() == null ? me : changing.owner());
            dueOn.setValue(changing.dueOn());
            who.setValue(changing.owner() == null ? Who.PERSON : Who.COLLEAGUE);
        }
    }

    static ActionDialog adding(PlanDesk desk, PlanWords words, Grant write, GoalRow goal, Runnable saved) {
        return new ActionDialog(
                desk,
                words,
                write,
                words.say("plan.action.add.title", goal.number()),
                words.say("plan.action.add"),
                goal,
                null,
                null,
                saved);
    }

    static ActionDialog replanning(
            PlanDesk desk, PlanWords words, Grant write, ActionRow action, ActionMoves moves, Runnable saved) {
        return new ActionDialog(
                desk,
                words,
                write,
                words.say("plan.action.replan.title", action.title()),
                words.say("plan.save"),
                null,
                action,
                moves,
                saved);
    }

    @Override
    protected void save() {
        var byPerson = who.getValue() == Who.PERSON;
        var colleague = byPerson ? null : PlanFields.staff(owner);
        if (!byPerson && colleague == null) {
            throw new InvalidInput("owner", "shared.error.required");
        }
        if (changing != null && moves != null) {
            var day = dueOn.getValue();
            moves.send(changing, shown -> ChangeAction.replan(shown, day, byPerson, colleague));
            return;
        }
        desk.actions()
                .add(
                        desk.access().fresh(write),
                        new AddAction(
                                id,
                                java.util.Objects.requireNonNull(goal),
                                centre.getValue().id(),
                                title.getValue(),
                                dueOn.getValue(),
                                byPerson,
                                colleague));
        saved.run();
        Toast.success(words.say("plan.action.added"));
    }

    /** Who may see to an action. */
    private enum Who {
        COLLEAGUE("plan.action.colleague"),
        PERSON("plan.action.by-person");

        private final String key;

        Who(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
