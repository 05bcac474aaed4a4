package org.relais.plan.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.stream.IntStream;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.plan.AimRow;
import org.relais.plan.ChangeStage;
import org.relais.plan.StaleAim;
import org.relais.plan.UseAim;
import org.relais.plan.UseTarget;
import org.relais.plan.WriteAim;
import org.relais.shared.AimId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Writes down what the person says now. What they said before stays as it is. */
final class AimDialog extends FormDialog {

    private static final int RULER = 10;

    private final transient PlanDesk desk;
    private final transient PlanWords words;
    private final transient Grant write;
    private final transient Runnable saved;
    private final AimId id = AimId.create();
    private final int version;
    private final TextArea said = new TextArea();
    private final RadioButtonGroup<UseAim> aim = new RadioButtonGroup<>();
    private final IntegerField days = new IntegerField();
    private final BigDecimalField amount = new BigDecimalField();
    private final TextField unit = new TextField();
    private final Select<ChangeStage> stage = new Select<>();
    private final DateField stageOn;
    private final Select<Integer> importance = new Select<>();
    private final Select<Integer> confidence = new Select<>();
    private final Select<Centre> centre = new Select<>();

    AimDialog(PlanDesk desk, PlanWords words, Grant write, @Nullable AimRow before, Runnable saved) {
        super(words.say("plan.aim.title"), words.say("plan.save"));
        this.desk = desk;
        this.words = words;
        this.write = write;
        this.saved = saved;
        this.version = before == null ? 0 : before.version();
        this.stageOn = new DateField(words.say("plan.stage.date"));
        addClassName("relais-plan-dialog");
        label();
        add("words", said);
        add("aim", aim);
        add("targetDays", days);
        add("targetAmount", amount);
        add("targetUnit", unit);
        add("stage", stage);
        add("stageOn", stageOn);
        add("importance", importance);
        add("confidence", confidence);
        add("centre", centre);
        PlanFields.centre(centre, desk.centres(write.centres()), words);
        aim.addValueChangeListener(event -> showTarget());
        if (before != null) {
            fill(before);
        }
        showTarget();
    }

    /** Takes over what was typed elsewhere, on top of what is stored now. */
    private AimDialog typed(WriteAim mine) {
        said.setValue(mine.words() == null ? "" : mine.words());
        aim.setValue(mine.aim());
        target(mine.target());
        stage.setValue(mine.stage());
        stageOn.setValue(mine.stageOn());
        importance.setValue(mine.importance());
        confidence.setValue(mine.confidence());
        return this;
    }

    private void fill(AimRow before) {
        said.setValue(before.words());
        aim.setValue(before.aim());
        target(before.target());
        stage.setValue(before.stage());
        stageOn.setValue(before.stageOn());
        importance.setValue(before.importance());
        confidence.setValue(before.confidence());
    }

    private void target(UseTarget target) {
        days.setValue(target.days());
        amount.setValue(target.amount());
        unit.setValue(target.unit() == null ? "" : target.unit());
    }

    private void label() {
        said.setLabel(words.say("plan.aim.words"));
        said.setHelperText(words.say("plan.aim.words.help"));
        said.setMaxLength(500);
        said.setRequiredIndicatorVisible(true);
        aim.setLabel(words.say("plan.aim.chosen"));
        aim.setItems(UseAim.values());
        aim.setItemLabelGenerator(one -> words.say(one.key()));
        days.setLabel(words.say("plan.target.days"));
        days.setHelperText(words.say("plan.target.days.help"));
        amount.setLabel(words.say("plan.target.amount"));
        amount.setLocale(getLocale());
        unit.setLabel(words.say("plan.target.unit"));
        unit.setHelperText(words.say("plan.target.unit.help"));
        unit.setMaxLength(60);
        stage.setLabel(words.say("plan.stage"));
        stage.setItems(ChangeStage.values());
        stage.setItemLabelGenerator(one -> one == null ? words.say("plan.not-asked") : words.say(one.key()));
        stage.setEmptySelectionAllowed(true);
        stage.setEmptySelectionCaption(words.say("plan.not-asked"));
        ruler(importance, "plan.ruler.importance");
        ruler(confidence, "plan.ruler.confidence");
    }

    private void ruler(Select<Integer> ruler, String key) {
        ruler.setLabel(words.say(key));
        ruler.setItems(IntStream.rangeClosed(0, RULER).boxed().toList());
        ruler.setItemLabelGenerator(one -> one == null ? words.say("plan.not-asked") : String.valueOf(one));
        ruler.setEmptySelectionAllowed(true);
        ruler.setEmptySelectionCaption(words.say("plan.not-asked"));
    }

    private void showTarget() {
        var reducing = aim.getValue() == UseAim.REDUCTION;
        days.setVisible(reducing);
        amount.setVisible(reducing);
        unit.setVisible(reducing);
    }

    @Override
    protected void save() {
        @Nullable BigDecimal wanted = amount.getValue();
        var command = new WriteAim(
                id,
                version,
                centre.getValue().id(),
                said.getValue(),
                aim.getValue(),
                new UseTarget(days.getValue(), wanted, unit.getValue()),
                stage.getValue(),
                stageOn.getValue(),
                importance.getValue(),
                confidence.getValue());
        try {
            desk.aims().write(desk.access().fresh(write), command);
            saved.run();
            Toast.success(words.say("plan.saved"));
        } catch (StaleAim stale) {
            saved.run();
            showBoth(stale.stored(), command);
        }
    }

    private void showBoth(AimRow stored, WriteAim mine) {
        var own = new ArrayList<String>();
        own.add(words.quote(mine.words() == null ? "" : mine.words()));
        if (mine.aim() != null) {
            own.add(words.say(mine.aim().key()) + " · " + words.aim(mine.aim(), mine.target()));
        }
        var theirs = new ArrayList<String>();
        theirs.add(words.quote(stored.words()));
        theirs.addAll(words.lines(stored));
        new BothSides(
                        words,
                        words.say("plan.aim.title"),
                        words.say(
                                "plan.stale.theirs",
                                words.name(stored.writtenBy()),
                                words.dateTime(stored.writtenAt(), stored.centre())),
                        theirs,
                        own,
                        () -> new AimDialog(desk, words, desk.write(write.person()), stored, saved)
                                .typed(mine)
                                .open())
                .open();
    }
}
