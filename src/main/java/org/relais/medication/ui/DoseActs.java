package org.relais.medication.ui;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.medication.Administration;
import org.relais.medication.CorrectDose;
import org.relais.medication.DoseRefused;
import org.relais.medication.DueDose;
import org.relais.medication.Effect;
import org.relais.medication.GiveDose;
import org.relais.medication.HoldMeasure;
import org.relais.medication.MedicationOrder;
import org.relais.medication.NotGivenReason;
import org.relais.medication.Outcome;
import org.relais.medication.RecheckDose;
import org.relais.medication.Regimen;
import org.relais.medication.SlotName;
import org.relais.medication.StopOrder;
import org.relais.medication.WithholdDose;
import org.relais.record.page.ObservedAt;
import org.relais.shared.AdministrationId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/** What can be done with a dose or an order that is shown: giving, not giving, looking again, correcting, stopping. */
final class DoseActs {

    private final MedicationDesk desk;
    private final MedicationWords words;
    private final Runnable changed;

    /** @param changed draws what is shown again */
    DoseActs(MedicationDesk desk, MedicationWords words, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.changed = changed;
    }

    /** Gives a scheduled dose: two clicks, or Enter twice. */
    void give(DueDose dose) {
        give(dose.person(), dose.order(), dose.slot().name(), dose.slot().dose(), null);
    }

    /** Gives a dose by symptoms or as needed. */
    void give(PersonId person, MedicationOrder order, BigDecimal dose, @Nullable String note) {
        give(person, order, null, dose, note);
    }

    private void give(
            PersonId person,
            MedicationOrder order,
            @Nullable SlotName slot,
            BigDecimal ordered,
            @Nullable String note) {
        // The id is the form's: saving twice gives one dose
        var id = AdministrationId.create();
        var dose = new BigDecimalField(
                words.say("medication.give.dose", order.drug().unit()));
        dose.setValue(ordered);
        dose.setLocale(java.util.Locale.ROOT);
        var observed = observed(order);
        var sedation = new IntegerField(words.say(HoldMeasure.SEDATION.key()));
        sedation.setHelperText(words.say("medication.give.sedation.help"));
        sedation.setVisible(asksSedation(order));
        var why = new TextArea(words.say("medication.give.why"));
        why.setHelperText(words.say("medication.give.why.help"));
        var refusal = new Div();
        var errors = new FieldErrors()
                .register("dose", dose)
                .register("observedAt", observed.field())
                .register("sedation", sedation)
                .register("words", why);
        var content = new Div(refusal, sedation, dose, observed, why);
        content.addClassName("relais-medication-fields");
        if (note != null) {
            content.addComponentAsFirst(new Paragraph(note));
        }
        var dialog = new ActDialog(
                words.say("medication.give.title", words.drug(order.drug())),
                words.say("medication.give.verb"),
                () -> {
                    refusal.removeAll();
                    return errors.run(() -> {
                        try {
                            desk.administrations()
                                    .give(
                                            desk.write(person),
                                            new GiveDose(
                                                    id,
                                                    order.id(),
                                                    slot,
                                                    dose.getValue(),
                                                    observed.value(),
                                                    sedation.getValue(),
                                                    why.getValue()));
                        } catch (DoseRefused refused) {
                            refused.proposal()
                                    .obstacles()
                                    .forEach(one -> refusal.add(new NoticeBar(
                                            Severity.CRITICAL,
                                            words.say("medication.blocked"),
                                            words.obstacle(one, order))));
                            throw refused;
                        }
                        done(words.say("medication.given", words.drug(order.drug())));
                    });
                },
                content);
        if (asksSedation(order)) {
            FirstField.focusWhenOpened(dialog);
        } else {
            dialog.focusVerb();
        }
        dialog.open();
    }

    /** Says why a dose is not given: two clicks, one of the reasons being the second. */
    void withhold(DueDose dose) {
        withhold(dose.person(), dose.order(), dose.slot().name());
    }

    void withhold(PersonId person, MedicationOrder order, @Nullable SlotName slot) {
        var id = AdministrationId.create();
        var observed = observed(order);
        var more = new TextArea(words.say("medication.withhold.words"));
        more.setHelperText(words.say("medication.withhold.words.help"));
        var errors = new FieldErrors().register("observedAt", observed.field()).register("words", more);
        var reasons = new Div();
        reasons.addClassName("relais-medication-fields");
        var dialog = new ActDialog(
                words.say("medication.withhold.title", words.drug(order.drug())), reasons, more, observed);
        for (var outcome : List.of(Outcome.REFUSED, Outcome.HELD, Outcome.MISSED)) {
            reasons.add(reasons(outcome, reason -> {
                if (dialog.isOpened()
                        && errors.run(() -> {
                            desk.administrations()
                                    .withhold(
                                            desk.write(person),
                                            new WithholdDose(
                                                    id, order.id(), slot, reason, more.getValue(), observed.value()));
                            done(words.say("medication.withheld", words.drug(order.drug())));
                        })) {
                    dialog.close();
                }
            }));
        }
        dialog.open();
    }

    private Component reasons(Outcome outcome, Consumer<NotGivenReason> chosen) {
        var buttons = new Div();
        buttons.addClassName("relais-medication-reasons");
        Arrays.stream(NotGivenReason.values())
                .filter(reason -> reason.outcome() == outcome)
                .forEach(reason -> buttons.add(new BusyButton(words.say(reason.key()), () -> chosen.accept(reason))));
        var group = new Div(new H3(words.say(outcome.key())), buttons);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", words.say(outcome.key()));
        return group;
    }

    /** Says how it was after a dose. */
    void recheck(PersonId person, Administration dose) {
        var effect = new RadioButtonGroup<Effect>();
        effect.setLabel(words.say("medication.recheck.effect"));
        effect.setItems(Effect.values());
        effect.setItemLabelGenerator(one -> words.say(one.key()));
        var remark = new TextArea(words.say("medication.recheck.remark"));
        var errors = new FieldErrors().register("effect", effect).register("remark", remark);
        var dialog = new ActDialog(
                words.say("medication.recheck.title", words.drug(dose.drug())),
                words.say("medication.recheck.verb"),
                () -> errors.run(() -> {
                    desk.administrations()
                            .recheck(
                                    desk.write(person),
                                    new RecheckDose(dose.id(), effect.getValue(), remark.getValue(), desk.now()));
                    done(words.say("medication.rechecked"));
                }),
                effect,
                remark);
        FirstField.focusWhenOpened(dialog);
        dialog.open();
    }

    /** Corrects what was entered of a dose. */
    void correct(PersonId person, Administration row) {
        var id = AdministrationId.create();
        var outcome = new Select<Outcome>();
        outcome.setLabel(words.say("medication.correct.outcome"));
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(one -> words.say(one.key()));
        var dose =
                new BigDecimalField(words.say("medication.give.dose", row.drug().unit()));
        dose.setLocale(java.util.Locale.ROOT);
        dose.setValue(row.dose() == null ? row.orderedDose() : row.dose());
        var reason = new Select<NotGivenReason>();
        reason.setLabel(words.say("medication.correct.reason"));
        reason.setItemLabelGenerator(one -> one == null ? "" : words.say(one.key()));
        outcome.addValueChangeListener(change -> {
            var chosen = change.getValue();
            dose.setVisible(chosen == Outcome.GIVEN);
            reason.setVisible(chosen != Outcome.GIVEN && chosen != Outcome.ENTERED_IN_ERROR);
            reason.setItems(Arrays.stream(NotGivenReason.values())
                    .filter(one -> one.outcome() == chosen)
                    .toList());
        });
        outcome.setValue(row.outcome());
        var why = new TextArea(words.say("medication.correct.why"));
        why.setHelperText(words.say("medication.correct.why.help"));
        why.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors()
                .register("dose", dose)
                .register("reason", reason)
                .register("words", why);
        var dialog = new ActDialog(
                words.say("medication.correct.title", words.drug(row.drug())),
                words.say("medication.correct.verb"),
                () -> errors.run(() -> {
                    desk.administrations()
                            .correct(
                                    desk.write(person),
                                    new CorrectDose(
                                            id,
                                            row.id(),
                                            outcome.getValue(),
                                            outcome.getValue() == Outcome.GIVEN ? dose.getValue() : null,
                                            reason.isVisible() ? reason.getValue() : null,
                                            why.getValue()));
                    done(words.say("medication.corrected"));
                }),
                outcome,
                dose,
                reason,
                why);
        FirstField.focusWhenOpened(dialog);
        dialog.open();
    }

    /** Stops an order. */
    void stop(PersonId person, MedicationOrder order) {
        var reason = new TextArea(words.say("medication.stop.reason"));
        reason.setHelperText(words.say("medication.correct.why.help"));
        reason.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("reason", reason);
        var dialog = new ActDialog(
                words.say("medication.stop.title", words.drug(order.drug())),
                words.say("medication.stop.verb"),
                () -> errors.run(() -> {
                    desk.orders().stop(desk.write(person), new StopOrder(order.id(), reason.getValue()));
                    done(words.say("medication.stopped", words.drug(order.drug())));
                }),
                reason);
        FirstField.focusWhenOpened(dialog);
        dialog.open();
    }

    private void done(String text) {
        changed.run();
        Toast.success(text);
    }

    private ObservedAt observed(MedicationOrder order) {
        return new ObservedAt(desk.definitions().zone(order.centre()), desk.clock());
    }

    private static boolean asksSedation(MedicationOrder order) {
        return order.regimen() instanceof Regimen.SymptomTriggered triggered
                && triggered.holds().stream().anyMatch(hold -> hold.measure() == HoldMeasure.SEDATION);
    }
}
