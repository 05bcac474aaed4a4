package org.relais.reintegration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.episode.PlannedDischarge;
import org.relais.shared.EpisodeId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** Until when the steps of a stay should be ready: the planned discharge, and planning it. */
final class DischargeChip extends Span {

    private final transient StepDesk desk;
    private final transient StepWords words;
    private final transient Grant record;

    DischargeChip(StepDesk desk, Grant record, StepWords words) {
        this.desk = desk;
        this.record = record;
        this.words = words;
        addClassName("relais-discharge");
        show();
    }

    private void show() {
        removeAll();
        var planned = desk.plannedDischarge(desk.access().fresh(record)).orElse(null);
        if (planned != null) {
            var passed = planned.daysLeft() < 0;
            add(new SeverityBadge(
                    passed ? Severity.WARNING : Severity.INFO,
                    Glyph.DOOR_OPEN,
                    words.say(
                            passed ? "reintegration.discharge.passed" : "reintegration.discharge.before",
                            words.date(planned.plannedOn()))));
        }
        if (!record.mayWrite(Section.ADMINISTRATIVE)) {
            return;
        }
        var episode = planned == null
                ? desk.openEpisode(desk.access().fresh(record))
                        .map(row -> row.id())
                        .orElse(null)
                : record.centres().contains(planned.centre()) ? planned.episode() : null;
        if (episode != null) {
            add(createButton(episode, planned));
        }
    }

    private BusyButton createButton(EpisodeId episode, @Nullable PlannedDischarge planned) {
        var label = planned == null
                ? words.say("reintegration.discharge.plan")
                : words.say("reintegration.discharge.change", words.date(planned.plannedOn()));
        var button = planned == null
                ? new BusyButton(label, () -> open(episode, null))
                : new BusyButton("", Glyph.PEN_LINE, () -> open(episode, planned));
        button.setAriaLabel(label);
        button.addThemeNames("tertiary", "small");
        return button;
    }

    private void open(EpisodeId episode, @Nullable PlannedDischarge planned) {
        var day = new DateField(words.say("reintegration.discharge.day"));
        day.setHelperText(words.say("reintegration.discharge.help"));
        day.setClearButtonVisible(true);
        if (planned != null) {
            day.setValue(planned.plannedOn());
        }
        var errors = new FieldErrors().register("plannedOn", day);
        new StepDialog(
                        words.say("reintegration.discharge.verb"),
                        words.say("reintegration.discharge.verb"),
                        () -> errors.run(() -> {
                            var chosen = day.getValue();
                            desk.planDischarge(record.person(), episode, chosen);
                            show();
                            Toast.success(
                                    chosen == null
                                            ? words.say("reintegration.discharge.none")
                                            : words.say("reintegration.discharge.planned", words.date(chosen)));
                        }),
                        new Div(day))
                .open();
    }
}
