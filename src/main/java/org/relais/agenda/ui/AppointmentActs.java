package org.relais.agenda.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AgendaRoutes;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.CancelAppointment;
import org.relais.agenda.MoveAppointment;
import org.relais.agenda.Reach;
import org.relais.person.PersonRoutes;
import org.relais.shared.AppointmentId;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** What can be done with an appointment that is shown, from a calendar and from the record alike. */
final class AppointmentActs {

    private final AgendaDesk desk;
    private final AgendaWords words;
    private final @Nullable PersonId person;
    private final Consumer<AppointmentId> changed;

    /**
     * @param person whose record it is shown in; null in a calendar
     * @param changed draws the appointments again, with the focus on the one that changed
     */
    AppointmentActs(AgendaDesk desk, AgendaWords words, @Nullable PersonId person, Consumer<AppointmentId> changed) {
        this.desk = desk;
        this.words = words;
        this.person = person;
        this.changed = changed;
    }

    /** The buttons for what is possible now; empty for who may only look. */
    List<Component> buttons(AppointmentRow row, Runnable done) {
        var buttons = new ArrayList<Component>();
        if (desk.writes() && !row.state().released()) {
            addAttendance(row, done, buttons);
            if (row.state() == AppointmentState.PLANNED && mayPlan(row)) {
                buttons.add(button("agenda.act.move", Glyph.CALENDAR_DAYS, row, () -> {
                    done.run();
                    new MoveDialog(desk, words, row, this).open();
                }));
                buttons.add(button("agenda.act.cancel", Glyph.X, row, () -> {
                    done.run();
                    new CancelDialog(words, row, this).open();
                }));
            }
        }
        if (person == null && row.person() != null) {
            buttons.add(new Anchor(
                    PersonRoutes.record(row.person(), AgendaRoutes.SECTION), words.say("agenda.act.record")));
        }
        return buttons;
    }

    /** By drag: to another time of another colleague's day, all else as it is; what clashes is said. */
    void drag(AppointmentRow row, MoveAppointment command) {
        try {
            var zone = desk.zone(row.centre());
            var after = moved(row, command);
            changed.accept(row.id());
            Toast.undo(
                    movedTo(after),
                    () -> drag(
                            after,
                            new MoveAppointment(
                                    row.id(),
                                    after.version(),
                                    Reach.ONE,
                                    LocalDate.ofInstant(row.startsAt(), zone),
                                    LocalTime.ofInstant(row.startsAt(), zone),
                                    row.minutes(),
                                    row.staff(),
                                    row.room())));
        } catch (RelaisException refusal) {
            Toast.error(words.say(refusal.key(), refusal.arguments()));
            changed.accept(row.id());
        }
    }

    void send(AppointmentRow row, MoveAppointment command) {
        var after = moved(row, command);
        changed.accept(row.id());
        Toast.success(movedTo(after));
    }

    private AppointmentRow moved(AppointmentRow row, MoveAppointment command) {
        var who = row.person();
        return words.told(
                row.centre(),
                () -> who == null
                        ? desk.appointments().move(desk.plan("move"), command)
                        : desk.appointments().move(desk.write(who), command));
    }

    private String movedTo(AppointmentRow after) {
        return words.say("agenda.moved", words.when(after.startsAt(), after.endsAt(), after.centre()));
    }

    void send(AppointmentRow row, CancelAppointment command) {
        var who = row.person();
        var after = who == null
                ? desk.appointments().cancel(desk.plan("cancel"), command)
                : desk.appointments().cancel(desk.write(who), command);
        changed.accept(row.id());
        Toast.success(words.say(
                after.state() == AppointmentState.LATE_CANCEL ? "agenda.cancelled.late" : "agenda.cancelled"));
    }

    private void addAttendance(AppointmentRow row, Runnable done, List<Component> buttons) {
        var who = row.person() == null ? person : row.person();
        if (who == null) {
            if (row.group() != null && !row.startsAt().isAfter(desk.now())) {
                buttons.add(button("agenda.act.attendance", Glyph.LIST_CHECKS, row, () -> {
                    done.run();
                    new SessionDialog(desk, words, row.id(), () -> changed.accept(row.id())).open();
                }));
            }
            return;
        }
        if (row.startsAt().isAfter(desk.now())) {
            return;
        }
        if (row.state() != AppointmentState.ATTENDED) {
            buttons.add(button(
                    "agenda.act.attended",
                    Glyph.USER_CHECK,
                    row,
                    () -> attend(row, who, AppointmentState.ATTENDED, done)));
        }
        if (row.state() != AppointmentState.NO_SHOW) {
            buttons.add(button(
                    "agenda.act.no-show", Glyph.USER_X, row, () -> attend(row, who, AppointmentState.NO_SHOW, done)));
        }
    }

    // A session is moved where it is planned, not in the record of one of those who come
    private boolean mayPlan(AppointmentRow row) {
        return row.group() == null || person == null;
    }

    private void attend(AppointmentRow row, PersonId who, AppointmentState state, Runnable done) {
        new FieldErrors().run(() -> {
            desk.appointments().attend(desk.write(who), row.id(), state, row.version());
            done.run();
            changed.accept(row.id());
            Toast.success(
                    words.say(state == AppointmentState.NO_SHOW ? "agenda.noted.no-show" : "agenda.noted.attended"));
        });
    }

    private Button button(String key, Glyph glyph, AppointmentRow row, Runnable act) {
        var button = new BusyButton(words.say(key), glyph, act);
        button.addThemeNames("small", "tertiary");
        button.setAriaLabel(words.say(
                "agenda.act.label",
                words.say(key),
                words.title(row),
                words.when(row.startsAt(), row.endsAt(), row.centre())));
        return button;
    }
}
