package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.plan.AddGoal;
import org.relais.plan.ChangeGoal;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalRow;
import org.relais.plan.StaleGoal;
import org.relais.shared.FreeText;
import org.relais.shared.GoalId;
import org.relais.staff.StaffCard;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Writes a goal down, says one anew, or takes a closed one up again as a new one. */
final class GoalDialog extends FormDialog {

    private final transient PlanDesk desk;
    private final transient PlanWords words;
    private final transient Grant write;
    private final transient Runnable saved;
    private final transient @Nullable GoalRow changing;
    private final transient @Nullable GoalRow reopening;
    private final GoalId id = GoalId.create();
    private final TextField statement = new TextField();
    private final Select<GoalDomain> domain = new Select<>();
    private final TextArea criterion = new TextArea();
    private final DateField targetOn;
    private final ComboBox<StaffCard> owner = new ComboBox<>();
    private final Select<Centre> centre = new Select<>();

    private GoalDialog(
            PlanDesk desk,
            PlanWords words,
            Grant write,
            @Nullable GoalRow changing,
            @Nullable GoalRow reopening,
            Runnable saved) {
        super(title(words, changing, reopening), words.say(changing == null ? "plan.goal.add" : "plan.save"));
        this.desk = desk;
        this.words = words;
        this.write = write;
        this.changing = changing;
        this.reopening = reopening;
        this.saved = saved;
        this.targetOn = new DateField(words.say("plan.goal.target"));
        addClassName("relais-plan-dialog");
        label();
        add("statement", statement);
        add("domain", domain);
        add("criterion", criterion);
        add("targetOn", targetOn);
        add("owner", owner);
        add("centre", centre);
        var before = changing == null ? reopening : changing;
        PlanFields.centre(centre, desk.centres(write.centres()), words);
        var place = changing == null ? centre.getValue().id() : changing.centre();
        PlanFields.colleague(
                owner,
                desk,
                words,
                write.person(),
                place,
                changing == null ? write.actor().id() : changing.owner());
        domain.setVisible(changing == null);
        if (changing != null) {
            centre.setVisible(false);
        }
        if (before != null) {
            statement.setValue(before.statement());
            domain.setValue(before.domain());
            criterion.setValue(before.criterion() == null ? "" : before.criterion());
            targetOn.setValue(changing == null ? null : before.targetOn());
        }
    }

    static GoalDialog adding(PlanDesk desk, PlanWords words, Grant write, Runnable saved) {
        return new GoalDialog(desk, words, write, null, null, saved);
    }

    static GoalDialog changing(PlanDesk desk, PlanWords words, Grant write, GoalRow goal, Runnable saved) {
        return new GoalDialog(desk, words, write, goal, null, saved);
    }

    static GoalDialog reopening(PlanDesk desk, PlanWords words, Grant write, GoalRow closed, Runnable saved) {
        return new GoalDialog(desk, words, write, null, closed, saved);
    }

    private static String title(PlanWords words, @Nullable GoalRow changing, @Nullable GoalRow reopening) {
        if (changing != null) {
            return words.say("plan.goal.change.title", changing.number());
        }
        return reopening == null
                ? words.say("plan.goal.add.title")
                : words.say("plan.goal.reopen.title", reopening.number());
    }

    private void label() {
        statement.setLabel(words.say("plan.goal.statement"));
        statement.setHelperText(words.say("plan.goal.statement.help"));
        statement.setMaxLength(FreeText.LINE);
        statement.setRequiredIndicatorVisible(true);
        domain.setLabel(words.say("plan.goal.domain"));
        domain.setItems(GoalDomain.values());
        domain.setItemLabelGenerator(one -> words.say(one.key()));
        criterion.setLabel(words.say("plan.goal.criterion"));
        criterion.setHelperText(words.say("plan.goal.criterion.help"));
        criterion.setMaxLength(500);
        owner.setLabel(words.say("plan.goal.owner"));
    }

    @Override
    protected void save() {
        if (changing != null) {
            change(changing);
            return;
        }
        desk.goals()
                .add(
                        desk.access().fresh(write),
                        new AddGoal(
                                id,
                                centre.getValue().id(),
                                domain.getValue(),
                                statement.getValue(),
                                criterion.getValue(),
                                targetOn.getValue(),
                                PlanFields.staff(owner),
                                reopening == null ? null : reopening.id()));
        saved.run();
        Toast.success(words.say("plan.goal.added"));
    }

    private void change(GoalRow before) {
        var command = new ChangeGoal(
                before.id(),
                before.version(),
                statement.getValue(),
                criterion.getValue(),
                targetOn.getValue(),
                PlanFields.staff(owner));
        try {
            desk.goals().change(desk.access().fresh(write), command);
            saved.run();
            Toast.success(words.say("plan.saved"));
        } catch (StaleGoal stale) {
            saved.run();
            showBoth(stale.stored(), command);
        }
    }

    private void showBoth(GoalRow stored, ChangeGoal mine) {
        var own = new ArrayList<String>();
        own.add(words.quote(mine.statement() == null ? "" : mine.statement()));
        own.add(mine.criterion() == null ? "" : mine.criterion());
        if (mine.targetOn() != null) {
            own.add(words.say("plan.goal.target.on", words.date(mine.targetOn())));
        }
        GoalMoves.bothSides(
                        words,
                        stored,
                        own,
                        stored.state().open()
                                ? () -> changing(desk, words, desk.write(write.person()), stored, saved)
                                        .typed(mine)
                                        .open()
                                : null)
                .open();
    }

    private GoalDialog typed(ChangeGoal mine) {
        statement.setValue(mine.statement() == null ? "" : mine.statement());
        criterion.setValue(mine.criterion() == null ? "" : mine.criterion());
        targetOn.setValue(mine.targetOn());
        owner.getListDataView()
                .getItems()
                .filter(card -> card.id().equals(mine.owner()))
                .findFirst()
                .ifPresent(owner::setValue);
        return this;
    }

    static List<String> lines(PlanWords words, GoalRow goal) {
        var lines = new ArrayList<String>();
        lines.add(words.quote(goal.statement()));
        lines.add(words.say(goal.state().key()));
        lines.add(goal.criterion() == null ? "" : goal.criterion());
        if (goal.targetOn() != null) {
            lines.add(words.say("plan.goal.target.on", words.date(goal.targetOn())));
        }
        lines.add(goal.evidence() == null ? "" : goal.evidence());
        return lines;
    }
}
