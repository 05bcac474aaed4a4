package org.relais.detox.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.relais.episode.BedConsent;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeState;
import org.relais.episode.ExpectedRow;
import org.relais.uikit.FormDialog;

/** Admits somebody who waits for the ward, or was asked for there, into one of its beds. */
class AssignBedDialog extends FormDialog {

    private final ComboBox<ExpectedRow> person;
    private final Select<BedRow> bed = new Select<>();
    private final BedConsentFields consent;
    private final Checkbox start;
    private final transient Consumer<Assignment> assign;

    /**
     * @param expected whom the ward may receive
     * @param beds those that may be given
     * @param chosen the bed to begin with; null: none yet
     */
    AssignBedDialog(
            List<ExpectedRow> expected,
            List<BedRow> beds,
            @Nullable BedRow chosen,
            BedWords words,
            Consumer<Assignment> assign) {
        super(words.say("detox.bed.assign.title"), words.say("detox.bed.assign.verb"));
        this.assign = assign;
        person = new ComboBox<>(words.say("detox.bed.assign.person"));
        person.setItems(expected);
        person.setItemLabelGenerator(row -> words.say(
                row.state() == EpisodeState.WAITING ? "detox.bed.assign.waiting" : "detox.bed.assign.asked",
                row.name() == null ? "" : row.name().display(),
                words.time(row.since())));
        person.setRequiredIndicatorVisible(true);
        if (expected.isEmpty()) {
            person.setHelperText(words.say("detox.bed.assign.nobody"));
        }
        bed.setLabel(words.say("detox.bed.field"));
        bed.setItems(beds);
        bed.setItemLabelGenerator(row -> words.say("detox.bed.option", row.bed().label(), words.state(row)));
        bed.setRequiredIndicatorVisible(true);
        consent = new BedConsentFields(words);
        start = new Checkbox(words.say("detox.bed.assign.start"), true);
        start.addClassName("relais-wide");
        person.addClassName("relais-wide");
        add("person", person);
        add("bed", bed);
        fields(consent, start);
        errors().register("overriding", consent.overriding());
        person.addValueChangeListener(_ -> ask());
        bed.addValueChangeListener(_ -> ask());
        if (chosen != null) {
            bed.setValue(chosen);
            var kept = chosen.state().reservation();
            expected.stream()
                    .filter(row -> kept != null && row.person().equals(kept.person()))
                    .findFirst()
                    .ifPresent(person::setValue);
        }
    }

    @Override
    protected void save() {
        var who = required("person", person);
        assign.accept(new Assignment(who, required("bed", bed), consent.consent(), start.getValue()));
    }

    private void ask() {
        var who = person.getValue();
        consent.ask(bed.getValue(), who == null ? null : who.person());
    }

    /**
     * What was chosen.
     *
     * @param start whether watching over a withdrawal begins next
     */
    record Assignment(ExpectedRow person, BedRow bed, BedConsent consent, boolean start) {}
}
