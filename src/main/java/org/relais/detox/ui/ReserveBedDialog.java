package org.relais.detox.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import org.jspecify.annotations.Nullable;

import org.relais.episode.BedRow;
import org.relais.episode.ExpectedRow;
import org.relais.episode.ReserveBed;
import org.relais.shared.BedReservationId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Keeps a bed for somebody who waits, or for a few words that name nobody. */
class ReserveBedDialog extends FormDialog {

    private final transient BedReservationId id = BedReservationId.create();
    private final transient BedRow of;
    private final transient ZoneId zone;
    private final RadioButtonGroup<Boolean> forPerson = new RadioButtonGroup<>();
    private final ComboBox<ExpectedRow> person;
    private final TextField text;
    private final DateField day;
    private final TimePicker time;
    private final transient BiConsumer<ReserveBed, @Nullable ExpectedRow> reserve;

    /** @param reserve takes the command, and who it is for; null when it is for words */
    ReserveBedDialog(
            BedRow of,
            List<ExpectedRow> expected,
            ZoneId zone,
            Instant now,
            BedWords words,
            BiConsumer<ReserveBed, @Nullable ExpectedRow> reserve) {
        super(words.say("detox.bed.reserve.title", of.bed().label()), words.say("detox.bed.reserve.verb"));
        this.of = of;
        this.zone = zone;
        this.reserve = reserve;
        var named = expected.stream().filter(row -> row.name() != null).toList();
        forPerson.setLabel(words.say("detox.bed.reserve.for"));
        forPerson.setItems(true, false);
        forPerson.setItemLabelGenerator(
                one -> words.say(one ? "detox.bed.reserve.for.person" : "detox.bed.reserve.for.words"));
        forPerson.setValue(!named.isEmpty());
        forPerson.addClassName("relais-wide");
        person = new ComboBox<>(words.say("detox.bed.assign.person"));
        person.setItems(named);
        person.setItemLabelGenerator(row -> row.name() == null ? "" : row.name().display());
        person.addClassName("relais-wide");
        text = new TextField(words.say("detox.bed.reserve.words"));
        text.setHelperText(words.say("detox.bed.reserve.words.help"));
        text.setValue(words.say("detox.bed.reserve.words.usual"));
        text.setMaxLength(200);
        text.addClassName("relais-wide");
        var soon = LocalDateTime.ofInstant(now, zone).plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS);
        day = new DateField(words.say("detox.bed.reserve.day"));
        day.setValue(soon.toLocalDate());
        time = new TimePicker(words.say("detox.bed.reserve.time"));
        time.setStep(Duration.ofMinutes(30));
        time.setValue(soon.toLocalTime());
        fields(forPerson);
        add("person", person);
        add("words", text);
        add("day", day);
        add("time", time);
        forPerson.addValueChangeListener(_ -> arrange());
        arrange();
    }

    @Override
    protected void save() {
        var who = forPerson.getValue() ? required("person", person) : null;
        var expectedAt =
                required("day", day).atTime(required("time", time)).atZone(zone).toInstant();
        reserve.accept(new ReserveBed(id, of.bed().id(), who == null ? text.getValue() : null, expectedAt), who);
    }

    private void arrange() {
        person.setVisible(forPerson.getValue());
        text.setVisible(!forPerson.getValue());
    }
}
