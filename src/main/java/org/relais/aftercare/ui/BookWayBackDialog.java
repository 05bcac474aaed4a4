package org.relais.aftercare.ui;

import java.time.Duration;
import java.time.LocalTime;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;

import org.relais.aftercare.WayBackRow;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.BookAppointment;
import org.relais.shared.AppointmentId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** The appointment of somebody on their way back: by the due day, unless they cannot come by then. */
final class BookWayBackDialog extends FormDialog {

    private static final int MINUTES = 45;

    private final transient AppointmentId id = AppointmentId.create();
    private final Select<AppointmentKind> kind = new Select<>();
    private final DateField day = new DateField(getTranslation("aftercare.field.day"));
    private final TimePicker time = new TimePicker(getTranslation("aftercare.field.time"));
    private final IntegerField minutes = new IntegerField(getTranslation("aftercare.field.minutes"));
    private final ComboBox<StaffCard> staff = new ComboBox<>(getTranslation("aftercare.field.with"));
    private final Checkbox later = new Checkbox(getTranslation("aftercare.field.later"));
    private final transient WayBackRow row;
    private final transient Consumer<Booking> save;

    BookWayBackDialog(AftercareDesk desk, WayBackRow row, StaffId me, Consumer<Booking> save) {
        super(translate("aftercare.way-back.book.title"), translate("aftercare.way-back.book"));
        this.row = row;
        this.save = save;
        kind.setLabel(getTranslation("aftercare.field.form"));
        kind.setItems(AppointmentKind.INDIVIDUAL, AppointmentKind.CALL, AppointmentKind.HOME_VISIT);
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(AppointmentKind.INDIVIDUAL);
        day.setValue(row.dueOn());
        time.setStep(Duration.ofMinutes(15));
        time.setLocale(getLocale());
        time.setValue(LocalTime.of(10, 0));
        minutes.setValue(MINUTES);
        staff.setItems(desk.colleagues(row.centre()));
        staff.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        desk.colleagues(row.centre()).stream()
                .filter(card -> card.id().equals(me))
                .findFirst()
                .ifPresent(staff::setValue);
        later.addClassName("relais-wide");
        errors().register("staff", staff);
        add("kind", kind);
        add("day", day);
        add("time", time);
        add("minutes", minutes);
        fields(staff, later);
    }

    @Override
    protected void save() {
        var with = required("staff", staff);
        save.accept(new Booking(
                BookAppointment.of(
                        id,
                        row.centre(),
                        kind.getValue(),
                        getTranslation("aftercare.way-back.subject"),
                        required("day", day),
                        required("time", time),
                        required("minutes", minutes),
                        with.id()),
                later.getValue()));
    }

    /** What was typed. */
    record Booking(BookAppointment appointment, boolean later) {}
}
