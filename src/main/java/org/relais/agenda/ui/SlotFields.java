package org.relais.agenda.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentRow;
import org.relais.centre.MeetingRoom;
import org.relais.shared.CentreId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.DateField;

/** The fields for when an appointment is, who takes part, and in which room. */
final class SlotFields {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final AgendaDesk desk;
    private final DateField day;
    private final TimePicker time = new TimePicker();
    private final IntegerField minutes = new IntegerField();
    private final Select<StaffCard> holder = new Select<>();
    private final MultiSelectComboBox<StaffCard> others = new MultiSelectComboBox<>();
    private final Select<MeetingRoom> room = new Select<>();

    SlotFields(AgendaDesk desk, AgendaWords words, CentreId centre) {
        this.desk = desk;
        day = new DateField(words.say("agenda.field.day"));
        time.setLabel(words.say("agenda.field.time"));
        // Twenty-four hours in every language, as the portal writes times everywhere
        time.setLocale(Locale.GERMANY);
        time.setStep(STEP);
        minutes.setLabel(words.say("agenda.field.minutes"));
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        holder.setLabel(words.say("agenda.field.holder"));
        holder.setItemLabelGenerator(card -> label(words, card));
        others.setLabel(words.say("agenda.field.others"));
        others.setItemLabelGenerator(card -> label(words, card));
        room.setLabel(words.say("agenda.field.room"));
        room.setEmptySelectionAllowed(true);
        room.setEmptySelectionCaption(words.say("agenda.field.room.none"));
        room.setItemLabelGenerator(one -> one == null ? words.say("agenda.field.room.none") : one.name());
        offer(centre);
    }

    /** Offers the colleagues and rooms of a centre. */
    void offer(CentreId centre) {
        var colleagues = desk.colleagues(centre);
        holder.setItems(colleagues);
        others.setItems(colleagues);
        room.setItems(desk.centres().meetingRooms(centre));
        colleagues.stream()
                .filter(card -> card.id().equals(desk.me()))
                .findFirst()
                .ifPresent(holder::setValue);
    }

    void read(AppointmentRow row) {
        var zone = desk.zone(row.centre());
        read(LocalDate.ofInstant(row.startsAt(), zone), LocalTime.ofInstant(row.startsAt(), zone), row.minutes());
        read(row.centre(), row.staff(), row.room());
    }

    void read(LocalDate chosenDay, LocalTime chosenTime, int length) {
        day.setValue(chosenDay);
        time.setValue(chosenTime);
        minutes.setValue(length);
    }

    void read(CentreId centre, List<StaffId> staff, @Nullable MeetingRoomId in) {
        var colleagues = desk.colleagues(centre);
        if (!staff.isEmpty()) {
            colleagues.stream()
                    .filter(card -> card.id().equals(staff.getFirst()))
                    .findFirst()
                    .ifPresent(holder::setValue);
            others.setValue(colleagues.stream()
                    .filter(card -> staff.subList(1, staff.size()).contains(card.id()))
                    .toList());
        }
        desk.centres().meetingRooms(centre).stream()
                .filter(one -> one.id().equals(in))
                .findFirst()
                .ifPresent(room::setValue);
    }

    void addTo(Form form) {
        form.add("day", day);
        form.add("time", time);
        form.add("minutes", minutes);
        form.add("staff", holder);
        form.add("others", others);
        form.add("room", room);
    }

    @Nullable
    LocalDate day() {
        return day.getValue();
    }

    @Nullable
    LocalTime time() {
        return time.getValue();
    }

    @Nullable
    Integer minutes() {
        return minutes.getValue();
    }

    /** Who holds it first; nobody when no holder is chosen. */
    List<StaffId> staff() {
        var all = new ArrayList<StaffId>();
        holder.getOptionalValue().map(StaffCard::id).ifPresent(all::add);
        if (!all.isEmpty()) {
            others.getValue().stream()
                    .map(StaffCard::id)
                    .filter(id -> !all.contains(id))
                    .forEach(all::add);
        }
        return all;
    }

    @Nullable
    MeetingRoomId room() {
        return room.getOptionalValue().map(MeetingRoom::id).orElse(null);
    }

    private static String label(AgendaWords words, StaffCard card) {
        return card.name() + ", " + words.say(card.role().key());
    }

    /** Where a field of the command is put. */
    @FunctionalInterface
    interface Form {
        <F extends Component & HasValidation> void add(String property, F field);
    }
}
