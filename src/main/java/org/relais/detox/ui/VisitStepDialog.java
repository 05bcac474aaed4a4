package org.relais.detox.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.detox.DetoxRow;
import org.relais.detox.EmergencyMeans;
import org.relais.detox.RecordVisitStep;
import org.relais.detox.VisitStep;
import org.relais.shared.VisitActId;
import org.relais.uikit.FormDialog;

/** Tells what was done around a visit: one step of those offered, and what this step asks for. */
class VisitStepDialog extends FormDialog {

    private final VisitActId id = VisitActId.create();
    private final transient DetoxRow detox;
    private final @Nullable LocalDate missed;
    private final transient Consumer<RecordVisitStep> tell;
    private final ZoneId zone;
    private final RadioButtonGroup<VisitStep> step = new RadioButtonGroup<>();
    private final DateTimePicker at = new DateTimePicker();
    private final DateTimePicker agreedAt = new DateTimePicker();
    private final RadioButtonGroup<EmergencyMeans> means = new RadioButtonGroup<>();
    private final TextField informed = new TextField();
    private final TextArea note = new TextArea();

    /** @param missed the missed visit that is followed up; null for other steps */
    VisitStepDialog(
            String person,
            DetoxRow detox,
            List<VisitStep> steps,
            @Nullable LocalDate missed,
            DetoxWords words,
            Consumer<RecordVisitStep> tell) {
        super(
                words.say(missed == null ? steps.getFirst().key() + ".title" : "detox.follow-up.title", person),
                words.say("detox.omit.verb"));
        this.detox = detox;
        this.missed = missed;
        this.tell = tell;
        zone = words.desk().centres().centre(detox.centre()).serviceDay().zone();
        step.setLabel(words.say("detox.follow-up.step"));
        step.setItems(steps);
        step.setItemLabelGenerator(one -> words.say(one.key()));
        step.setVisible(steps.size() > 1);
        step.addClassName("relais-wide");
        means.setLabel(words.say("detox.emergency.means"));
        means.setItems(EmergencyMeans.values());
        means.setItemLabelGenerator(one -> words.say(one.key()));
        means.addClassName("relais-wide");
        informed.setLabel(words.say("detox.emergency.informed"));
        informed.setHelperText(words.say("detox.emergency.informed.help"));
        informed.addClassName("relais-wide");
        at.setLabel(words.say("detox.emergency.at"));
        at.setLocale(words.locale());
        at.setValue(LocalDateTime.ofInstant(words.desk().clock().instant(), zone)
                .withSecond(0)
                .withNano(0));
        agreedAt.setLabel(words.say("detox.follow-up.agreed-at"));
        agreedAt.setLocale(words.locale());
        note.setLabel(words.say("detox.follow-up.note"));
        note.addClassName("relais-wide");
        add("step", step);
        add("means", means);
        add("at", at);
        add("informed", informed);
        add("agreedAt", agreedAt);
        add("note", note);
        step.addValueChangeListener(change -> choose(change.getValue()));
        step.setValue(steps.getFirst());
    }

    private void choose(VisitStep chosen) {
        var sent = chosen == VisitStep.SENT_TO_EMERGENCY;
        means.setVisible(sent);
        at.setVisible(sent);
        informed.setVisible(sent);
        informed.setRequiredIndicatorVisible(sent);
        means.setRequiredIndicatorVisible(sent);
        agreedAt.setVisible(chosen == VisitStep.NEW_VISIT);
        agreedAt.setRequiredIndicatorVisible(chosen == VisitStep.NEW_VISIT);
        note.setRequiredIndicatorVisible(chosen == VisitStep.WELFARE_CHECK);
    }

    @Override
    protected void save() {
        tell.accept(new RecordVisitStep(
                id,
                detox.id(),
                step.getValue(),
                missed,
                at.isVisible() ? instant(at) : null,
                agreedAt.isVisible() ? instant(agreedAt) : null,
                means.isVisible() ? means.getValue() : null,
                informed.isVisible() ? informed.getValue() : null,
                note.getValue()));
    }

    private @Nullable Instant instant(DateTimePicker picker) {
        var chosen = picker.getValue();
        return chosen == null ? null : chosen.atZone(zone).toInstant();
    }
}
