package org.relais.agenda.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentKind;
import org.relais.agenda.BookAppointment;
import org.relais.agenda.Booked;
import org.relais.agenda.GroupRow;
import org.relais.agenda.Recurrence;
import org.relais.centre.Centre;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Books an appointment: with a person, of colleagues, or the sessions of a group. */
final class BookDialog extends FormDialog {

    private static final int USUAL_MINUTES = 45;

    private final transient AgendaDesk desk;
    private final transient AgendaWords words;
    private final transient AppointmentId id = AppointmentId.create();
    private final transient @Nullable PersonId person;
    private final transient @Nullable GroupRow group;
    private final transient Runnable done;
    private final transient SlotFields slot;
    private final PersonField who;
    private final Select<AppointmentKind> kind = new Select<>();
    private final TextField subject = new TextField(getTranslation("agenda.field.subject"));
    private final TextField place = new TextField(getTranslation("agenda.field.place"));
    private final Select<Centre> centre = new Select<>();
    private final Select<Repeat> repeat = new Select<>();
    private final IntegerField everyWeeks = new IntegerField(getTranslation("agenda.field.every-weeks"));
    private final RadioButtonGroup<End> end = new RadioButtonGroup<>(getTranslation("agenda.field.end"));
    private final IntegerField times = new IntegerField(getTranslation("agenda.field.times"));
    private final DateField until = new DateField(getTranslation("agenda.field.until"));

    /**
     * @param centres where it can be booked, at least one
     * @param person null: found in the form, or nobody
     * @param group null: no session of a group
     */
    BookDialog(
            AgendaDesk desk, List<Centre> centres, @Nullable PersonId person, @Nullable GroupRow group, Runnable done) {
        super(I18NProvider.translate("agenda.book.title"), I18NProvider.translate("agenda.book.verb"));
        this.desk = desk;
        this.person = person;
        this.group = group;
        this.done = done;
        words = new AgendaWords(desk, getLocale());
        who = new PersonField(desk, getTranslation("agenda.field.person"), getTranslation("agenda.field.person.help"));
        var first = centres.getFirst();
        createCentre(centres, first);
        slot = new SlotFields(desk, words, first.id());
        createKind();
        createRepeat();
        subject.setHelperText(getTranslation("agenda.field.subject.help"));
        place.setHelperText(getTranslation("agenda.field.place.help"));
        if (person == null && group == null) {
            add("person", who);
        }
        add("kind", kind);
        add("subject", subject);
        add("centre", centre);
        slot.addTo(this::add);
        add("place", place);
        add("repeat", repeat);
        add("everyWeeks", everyWeeks);
        add("end", end);
        add("times", times);
        add("until", until);
        kind.setVisible(group == null);
        subject.setVisible(group == null);
        begin(first.id());
        if (group != null) {
            slot.read(group.centre(), group.staff(), null);
        }
    }

    /** Fills in where and when it was asked for. */
    BookDialog at(LocalDate day, LocalTime time, List<StaffId> staff, @Nullable MeetingRoomId room) {
        slot.read(day, time, USUAL_MINUTES);
        slot.read(centre.getValue().id(), staff, room);
        return this;
    }

    @Override
    protected void save() {
        var at = centre.getValue().id();
        var booked = words.told(at, () -> book(command(at)));
        done.run();
        say(booked, at);
    }

    private Booked book(BookAppointment command) {
        var chosen = person == null
                ? who.getOptionalValue().map(hit -> hit.name().person()).orElse(null)
                : person;
        if (chosen != null) {
            return desk.appointments().book(desk.write(chosen), command);
        }
        if (group == null && command.kind() != null && !command.kind().withoutPerson()) {
            throw new InvalidInput("person", "shared.error.required");
        }
        return desk.appointments().arrange(desk.plan("arrange"), command);
    }

    private void say(Booked booked, CentreId at) {
        var count = booked.appointments().size();
        if (booked.leftOut().isEmpty()) {
            Toast.success(getTranslation("agenda.booked", count));
        } else {
            var days = booked.leftOut().stream()
                    .map(day -> words.date(day, at))
                    .collect(java.util.stream.Collectors.joining(", "));
            Toast.success(getTranslation("agenda.booked.left-out", count, days));
        }
    }

    private BookAppointment command(CentreId at) {
        return new BookAppointment(
                id,
                at,
                group == null ? kind.getValue() : AppointmentKind.GROUP,
                subject.getValue(),
                slot.day(),
                slot.time(),
                slot.minutes(),
                slot.staff(),
                slot.room(),
                place.getValue(),
                group == null ? null : group.id(),
                recurrence());
    }

    private @Nullable Recurrence recurrence() {
        if (repeat.getValue() == Repeat.NEVER) {
            return null;
        }
        var weeks = repeat.getValue() == Repeat.WEEKLY ? 1 : required("everyWeeks", everyWeeks);
        return end.getValue() == End.TIMES
                ? Recurrence.times(weeks, required("times", times))
                : Recurrence.until(weeks, required("until", until));
    }

    private void createCentre(List<Centre> centres, Centre first) {
        centre.setLabel(getTranslation("agenda.field.centre"));
        centre.setItems(centres);
        centre.setItemLabelGenerator(Centre::name);
        centre.setValue(first);
        centre.setVisible(centres.size() > 1);
        centre.addValueChangeListener(change -> slot.offer(change.getValue().id()));
    }

    private void createKind() {
        kind.setLabel(getTranslation("agenda.field.kind"));
        kind.setItems(Arrays.stream(AppointmentKind.values())
                .filter(AppointmentKind::forPerson)
                .toList());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(AppointmentKind.INDIVIDUAL);
    }

    private void createRepeat() {
        repeat.setLabel(getTranslation("agenda.field.repeat"));
        repeat.setItems(Repeat.values());
        repeat.setItemLabelGenerator(one -> getTranslation(one.key));
        end.setItems(End.values());
        end.setItemLabelGenerator(one -> getTranslation(one.key));
        end.setValue(End.TIMES);
        everyWeeks.setValue(2);
        everyWeeks.setStepButtonsVisible(true);
        times.setValue(6);
        times.setStepButtonsVisible(true);
        repeat.addValueChangeListener(change -> showRepeat());
        end.addValueChangeListener(change -> showRepeat());
        repeat.setValue(Repeat.NEVER);
        showRepeat();
    }

    private void showRepeat() {
        var repeats = repeat.getValue() != Repeat.NEVER;
        everyWeeks.setVisible(repeat.getValue() == Repeat.EVERY_WEEKS);
        end.setVisible(repeats);
        times.setVisible(repeats && end.getValue() == End.TIMES);
        until.setVisible(repeats && end.getValue() == End.DAY);
    }

    private void begin(CentreId at) {
        var now = desk.now().atZone(desk.zone(at));
        var next = now.plusHours(1).withMinute(0);
        slot.read(next.toLocalDate(), next.toLocalTime().withSecond(0).withNano(0), USUAL_MINUTES);
    }

    /** How often. */
    private enum Repeat {
        NEVER("agenda.repeat.never"),
        WEEKLY("agenda.repeat.weekly"),
        EVERY_WEEKS("agenda.repeat.every-weeks");

        private final String key;

        Repeat(String key) {
            this.key = key;
        }
    }

    /** How a series ends. */
    private enum End {
        TIMES("agenda.end.times"),
        DAY("agenda.end.day");

        private final String key;

        End(String key) {
            this.key = key;
        }
    }
}
