package org.relais.agenda.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.agenda.AgendaRoutes;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.Appointments;
import org.relais.agenda.Bookers;
import org.relais.agenda.SeenAppointment;
import org.relais.centre.MeetingRoom;
import org.relais.person.PersonRoutes;
import org.relais.shared.AppointmentId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The calendar and a person's appointments as colleagues use them. */
@RelaisTest
@Import(Bookers.class)
class AgendaViewTests extends SpringBrowserlessTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Autowired
    House house;

    @Autowired
    Bookers bookers;

    @Autowired
    Appointments appointments;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    PersonId person;
    LocalDate day;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = bookers.register(here, "Rémi");
        day = bookers.monday();
    }

    @Test
    void an_appointment_is_booked_from_the_record_and_a_second_click_books_no_second_one() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page)).contains(page.getTranslation("agenda.empty.title"));
            press(page, "agenda.book");
            var dialog = find(Dialog.class).single();
            test(field(dialog, "agenda.field.subject")).setValue("Entretien mensuel");
            find(DatePicker.class, dialog).atIndex(1).setValue(day);
            find(TimePicker.class, dialog).single().setValue(TEN);
            var save = button(dialog, "agenda.book.verb");
            save.click();
            save.click();
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(page)).contains("Entretien mensuel", page.getTranslation("agenda.state.planned"));
            return true;
        });
        assertThat(stored())
                .singleElement()
                .satisfies(row -> assertThat(row.startsAt().atZone(Bookers.ZONE).toLocalDateTime())
                        .isEqualTo(day.atTime(TEN)));
    }

    @Test
    void what_clashes_and_which_day_is_closed_is_said_at_its_field_and_what_was_typed_stays() {
        var room = bookers.room(here, "Bureau 4");
        var other = bookers.register(here, "Samira");
        bookers.book(
                here,
                other,
                bookers.command(here, "Droits", day, TEN)
                        .in(room)
                        .with(List.of(here.member(Role.PSYCHOLOGIST).id())));
        bookers.close(here, day.plusDays(1), "Formation");
        here.as(Role.SOCIAL_WORKER, () -> {
            press(openSection(), "agenda.book");
            var dialog = find(Dialog.class).single();
            test(field(dialog, "agenda.field.subject")).setValue("Entretien");
            var when = find(DatePicker.class, dialog).atIndex(1);
            when.setValue(day.plusDays(1));
            find(TimePicker.class, dialog).single().setValue(TEN);
            rooms(dialog).setValue(rooms(dialog).getListDataView().getItem(0));
            press(dialog, "agenda.book.verb");
            assertThat(when.isInvalid()).isTrue();
            assertThat(when.getErrorMessage())
                    .contains("Formation")
                    .doesNotContain(day.plusDays(1).toString());
            when.setValue(day);
            press(dialog, "agenda.book.verb");
            assertThat(when.isInvalid()).isFalse();
            assertThat(rooms(dialog).getErrorMessage()).contains("Bureau 4", "10:00", "11:00");
            assertThat(rooms(dialog).getErrorMessage()).doesNotContain("Samira", "Droits");
            assertThat(field(dialog, "agenda.field.subject").getValue()).isEqualTo("Entretien");
            assertThat(dialog.isOpened()).isTrue();
            return true;
        });
        assertThat(stored()).isEmpty();
    }

    @Test
    void an_absence_is_noted_from_the_record_and_can_be_taken_back() {
        begun();
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "agenda.act.no-show");
            assertThat(text(page)).contains(page.getTranslation("agenda.state.no-show"));
            press(page, "agenda.act.attended");
            assertThat(text(page)).contains(page.getTranslation("agenda.state.attended"));
            return true;
        });
        assertThat(stored()).extracting(AppointmentRow::state).containsExactly(AppointmentState.ATTENDED);
    }

    @Test
    void the_timeline_tells_of_an_appointment_that_was_missed() {
        var id = begun();
        here.as(Role.SOCIAL_WORKER, () -> {
            appointments.attend(bookers.write(person), id, AppointmentState.NO_SHOW, 1);
            UI.getCurrent().navigate(PersonRoutes.record(person));
            var page = (Component) getCurrentView();
            assertThat(text(page)).contains("Entretien mensuel", page.getTranslation("agenda.state.no-show"));
            return true;
        });
    }

    @Test
    void the_day_shows_names_to_colleagues_and_dragging_does_what_the_dialog_does() {
        bookers.book(here, person, bookers.command(here, "Entretien mensuel", day, TEN));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openAgenda(Map.of("day", day.toString()));
            assertThat(text(page)).contains("Rémi Castellane", "Entretien mensuel");
            find(AgendaGrid.class, page).single().moved(0, 0, 14 * 60 + 30);
            assertThat(start()).isEqualTo(LocalTime.of(14, 30));
            test(find(NativeButton.class, page)
                            .withCondition(one -> one.hasClassName("relais-agenda-block"))
                            .single())
                    .click();
            press(find(Dialog.class).single(), "agenda.act.move");
            var dialog = find(MoveDialog.class).single();
            find(TimePicker.class, dialog).single().setValue(LocalTime.of(16, 0));
            press(dialog, "agenda.move.verb");
            assertThat(start()).isEqualTo(LocalTime.of(16, 0));
            find(AgendaGrid.class, page).single().moved(7, 3, 99_999);
            assertThat(start()).as("numbers the page never had do nothing").isEqualTo(LocalTime.of(16, 0));
            return true;
        });
    }

    @Test
    void a_drag_onto_taken_time_changes_nothing_and_says_why() {
        bookers.book(here, person, bookers.command(here, "Premier", day, TEN));
        bookers.book(here, person, bookers.command(here, "Second", day, LocalTime.of(14, 0)));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openAgenda(Map.of("day", day.toString()));
            find(AgendaGrid.class, page).single().moved(0, 0, 14 * 60);
            assertThat(start()).isEqualTo(TEN);
            return true;
        });
    }

    @Test
    void the_team_and_the_list_show_what_one_may_not_know_as_taken() {
        bookers.book(here, person, bookers.command(here, "Audience", day, TEN));
        for (var view : List.of("day", "list", "week")) {
            here.as(Role.PSYCHOLOGIST, () -> {
                var page = openAgenda(Map.of("day", day.toString(), "view", view, "who", "team"));
                assertThat(text(page)).contains("Rémi Castellane", "Audience");
                return true;
            });
        }
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openAgenda(Map.of("day", day.toString(), "view", "week"));
            assertThat(text(page)).contains("Rémi Castellane");
            return true;
        });
        elsewhere.as(Role.PSYCHOLOGIST, () -> {
            for (var who :
                    List.of("team", "staff:" + here.member(Role.SOCIAL_WORKER).id(), "staff:x", "room:y")) {
                var page = openAgenda(Map.of(
                        "day",
                        day.toString(),
                        "who",
                        who,
                        "centre",
                        here.centre().toString()));
                assertThat(text(page)).doesNotContain("Rémi", "Audience");
            }
            return true;
        });
    }

    @Test
    void a_coordinator_looks_and_changes_nothing() {
        bookers.book(here, person, bookers.command(here, "Entretien", day, TEN));
        here.as(Role.COORDINATOR, () -> {
            var page = openAgenda(Map.of("day", day.toString(), "who", "team"));
            assertThat(text(page)).contains("Rémi Castellane");
            assertThat(buttons(page, "agenda.book")).isEmpty();
            find(AgendaGrid.class, page).single().moved(0, 0, 14 * 60 + 30);
            assertThat(start()).isEqualTo(TEN);
            return true;
        });
    }

    @Test
    void a_group_is_opened_planned_joined_and_its_attendance_noted() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = navigate(GroupListView.class);
            press(page, "agenda.group.open");
            var dialog = find(Dialog.class).single();
            test(field(dialog, "agenda.group.name")).setValue("Prévention de la reprise");
            press(dialog, "agenda.group.open.verb");
            press(page, "agenda.group.plan");
            var plan = find(BookDialog.class).single();
            var from = clock.instant().plus(Duration.ofMinutes(1)).atZone(Bookers.ZONE);
            find(DatePicker.class, plan).atIndex(1).setValue(from.toLocalDate());
            find(TimePicker.class, plan)
                    .single()
                    .setValue(from.toLocalTime().withSecond(0).withNano(0).plusMinutes(1));
            press(plan, "agenda.book.verb");
            assertThat(text(page)).contains("Prévention de la reprise", page.getTranslation("agenda.state.planned"));
            return true;
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            press(openSection(), "agenda.group.join");
            var dialog = find(JoinDialog.class).single();
            @SuppressWarnings("unchecked")
            Select<Object> group = find(Select.class, dialog).single();
            group.setValue(group.getListDataView().getItem(0));
            press(dialog, "agenda.group.join.verb");
            assertThat(dialog.isOpened()).as("the agreement is asked for").isTrue();
            find(Checkbox.class, dialog).single().setValue(true);
            press(dialog, "agenda.group.join.verb");
            assertThat(text((Component) getCurrentView())).contains("Prévention de la reprise");
            var groups = navigate(GroupListView.class);
            assertThat(text(groups))
                    .as("who does not lead it sees no names")
                    .contains("Prévention de la reprise")
                    .doesNotContain("Rémi");
            return true;
        });
        here.as(Role.PSYCHOLOGIST, () -> {
            assertThat(text(navigate(GroupListView.class))).contains("Rémi Castellane");
            return true;
        });
    }

    private AppointmentId begun() {
        var from = clock.instant().minus(Duration.ofMinutes(90)).atZone(Bookers.ZONE);
        return bookers.book(
                here,
                person,
                bookers.command(
                        here,
                        "Entretien mensuel",
                        from.toLocalDate(),
                        from.toLocalTime().withSecond(0).withNano(0)));
    }

    private Component openSection() {
        UI.getCurrent().navigate(PersonRoutes.record(person, AgendaRoutes.SECTION));
        return (Component) getCurrentView();
    }

    private Component openAgenda(Map<String, String> parameters) {
        UI.getCurrent().navigate(AgendaRoutes.AGENDA, QueryParameters.simple(parameters));
        return (Component) getCurrentView();
    }

    private LocalTime start() {
        return LocalTime.ofInstant(
                appointments.of(bookers.read(person)).upcoming().getFirst().startsAt(), Bookers.ZONE);
    }

    private List<AppointmentRow> stored() {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var read = appointments.of(bookers.read(person));
            return java.util.stream.Stream.concat(read.upcoming().stream(), read.past().rows().stream())
                    .map(SeenAppointment::row)
                    .toList();
        });
    }

    @SuppressWarnings("unchecked")
    private Select<MeetingRoom> rooms(Component within) {
        return find(Select.class, within)
                .withCondition(one -> within.getTranslation("agenda.field.room").equals(one.getLabel()))
                .single();
    }

    private TextField field(Component within, String key) {
        return find(TextField.class, within)
                .withCondition(one -> one.getTranslation(key).equals(one.getLabel()))
                .single();
    }

    private void press(Component within, String key) {
        button(within, key).click();
    }

    private Button button(Component within, String key) {
        return find(Button.class, within)
                .withCondition(one -> one.getText().equals(one.getTranslation(key)))
                .single();
    }

    private List<Button> buttons(Component within, String key) {
        return find(Button.class, within)
                .withCondition(one -> one.getText().equals(one.getTranslation(key)))
                .all();
    }

    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(AgendaViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
