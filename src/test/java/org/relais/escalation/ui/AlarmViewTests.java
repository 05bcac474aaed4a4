package org.relais.escalation.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.escalation.AlarmState;
import org.relais.escalation.EscalationRoutes;
import org.relais.escalation.Trigger;
import org.relais.escalation.Wards;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.support.UseCase;

import static org.assertj.core.api.Assertions.assertThat;

/** Use cases: see an alarm, take it on, close it, record what happened, and find those of one's centres. */
@RelaisTest
@Import({MovableClock.class, Wards.class})
class AlarmViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Wards wards;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    AlarmBadge badge;

    @Autowired
    AlarmDesk desk;

    @Autowired
    AlarmWords words;

    Place here;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        person = registered("Rémi", "Castellane");
        SignedIn.as(here.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @UseCase(id = "ESC-01")
    void an_alarm_stands_above_the_record_until_somebody_says_what_was_done() {
        wards.give(here, Role.PHYSICIAN, StaffFunction.ON_CALL);
        wards.ciwa(here, person, 23, Duration.ZERO);
        open("");
        assertThat(banner())
                .contains(
                        "CIWA-Ar très élevé : CIWA-Ar 23",
                        "Médecin au chevet.",
                        "E02",
                        "Demandé à : Given Family",
                        "(Astreinte)",
                        "CIWA-Ar sévère : CIWA-Ar 23");
        assertThat(find(NativeButton.class).all().stream().filter(RuleMark.class::isInstance))
                .hasSize(2)
                .allMatch(mark -> mark.getElement().getAttribute("aria-label").endsWith("non approuvée"));
        press("Je m’en charge");
        assertThat(banner()).contains("Prise en charge par Given Family");
        press("Clore");
        inDialog("Clore");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("Vue au chevet, dose donnée.");
        inDialog("Clore");
        assertThat(banner()).doesNotContain("CIWA-Ar très élevé").contains("CIWA-Ar sévère");
        open(EscalationRoutes.SECTION);
        assertThat(page()).contains("Close par Given Family", "Vue au chevet, dose donnée.");
        open("");
        assertThat(page()).contains("Vue au chevet, dose donnée.");
    }

    @Test
    @UseCase(id = "ESC-01", scenario = "somebody else was first")
    void who_comes_second_sees_who_was_first() {
        wards.ciwa(here, person, 16, Duration.ZERO);
        var raised = wards.open(here, Role.PHYSICIAN, person).getFirst();
        wards.acknowledge(here, Role.PHYSICIAN, person, raised);
        // A window that shows it as it was: news of it is on the way
        new AlarmActs(desk, words, Locale.FRENCH, () -> {}).acknowledge(raised);
        assertThat(toasts()).anyMatch(text -> text.contains("Prise en charge par Given Family"));
        assertThat(wards.open(here, Role.NURSE, person).getFirst().acknowledged())
                .isNotNull()
                .satisfies(answer -> assertThat(answer.by())
                        .isEqualTo(here.member(Role.PHYSICIAN).id()));
    }

    @Test
    void a_reader_of_summaries_learns_that_there_is_an_alarm_and_nothing_of_it() {
        wards.ciwa(here, person, 23, Duration.ZERO);
        SignedIn.as(here.member(Role.PSYCHOLOGIST));
        open("");
        assertThat(banner()).contains("section que vous ne pouvez pas lire").doesNotContain("CIWA", "E02");
        assertThat(find(Button.class).withText("Je m’en charge").exists()).isFalse();
        SignedIn.as(here.member(Role.COORDINATOR));
        open("");
        assertThat(banner()).isEmpty();
    }

    @Test
    @UseCase(id = "ESC-02")
    void a_nurse_records_a_seizure_and_the_alarm_is_there() {
        open(EscalationRoutes.SECTION);
        press("Consigner un événement");
        inDialog("Consigner et déclencher l’alarme");
        var choice = events();
        assertThat(choice.isInvalid()).isTrue();
        assertThat(choice.getListDataView().getItems().map(Trigger.Event::code))
                .containsExactly("SEIZURE", "UNRESPONSIVE", "LOW_GLUCOSE", "ACUTE_SUICIDE_RISK");
        choice.setValue(choice.getListDataView().getItems().toList().getFirst());
        inDialog("Consigner et déclencher l’alarme");
        assertThat(page()).contains("Crise convulsive", "Appel d’urgence");
        assertThat(banner()).contains("Crise convulsive");
        assertThat(wards.open(here, Role.PHYSICIAN, person)).hasSize(1);
        open("");
        assertThat(page()).contains("Événement");
    }

    @Test
    @UseCase(id = "ESC-03")
    void the_list_shows_who_waits_first_and_the_menu_how_many() {
        var other = registered("Ebba", "Lahlou");
        wards.ciwa(here, person, 16, Duration.ZERO);
        wards.happened(here, other, "SEIZURE");
        assertThat(badge.count()).hasValue(2);
        navigate(AlarmsView.class);
        assertThat(find(Anchor.class).all().stream()
                        .map(Anchor::getText)
                        .filter(name ->
                                List.of("Rémi Castellane", "Ebba Lahlou").contains(name)))
                .containsExactly("Ebba Lahlou", "Rémi Castellane");
        assertThat(page()).contains("À prendre en charge : 2 · ouvertes : 2", "Aucune astreinte n’est inscrite");
        press("Je m’en charge");
        assertThat(page()).contains("À prendre en charge : 1 · ouvertes : 2", "Prises en charge, à clore");
        wards.open(here, Role.PHYSICIAN, other)
                .forEach(alarm -> assertThat(alarm.state()).isEqualTo(AlarmState.ACKNOWLEDGED));
        SignedIn.as(here.member(Role.PSYCHOLOGIST));
        assertThat(badge.count()).isEmpty();
    }

    @Test
    void with_no_open_alarm_the_list_says_when_one_would_show() {
        assertThat(badge.count()).isEmpty();
        navigate(AlarmsView.class);
        assertThat(page()).contains("Aucune alarme ouverte");
    }

    @Test
    void who_is_asked_finds_the_alarm_in_their_day() {
        wards.give(here, Role.PHYSICIAN, StaffFunction.ON_CALL);
        wards.ciwa(here, person, 23, Duration.ZERO);
        SignedIn.as(here.member(Role.NURSE));
        UI.getCurrentOrThrow().navigate("alarms");
        assertThat(page()).doesNotContain("Alarme E02");
        SignedIn.as(here.member(Role.PHYSICIAN));
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).contains("Alarme E02 à prendre en charge", "Rémi Castellane");
        wards.acknowledge(
                here,
                Role.PHYSICIAN,
                person,
                wards.open(here, Role.PHYSICIAN, person).getFirst());
        UI.getCurrentOrThrow().navigate("alarms");
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).contains("Alarme E02 à clore");
    }

    private void open(String section) {
        UI.getCurrentOrThrow().navigate("alarms");
        UI.getCurrentOrThrow()
                .navigate(section.isEmpty() ? PersonRoutes.record(person) : PersonRoutes.record(person, section));
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    private void inDialog(String text) {
        test(find(Dialog.class)
                        .all()
                        .getLast()
                        .getFooter()
                        .getElement()
                        .getChildren()
                        .map(element -> element.getComponent().orElse(null))
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .filter(button -> button.getText().equals(text))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Trigger.Event> events() {
        return find(ComboBox.class)
                .withCondition(field -> "Ce qui s’est passé".equals(field.getLabel()))
                .single();
    }

    private String banner() {
        return find(RecordAlarms.class).single().getElement().getTextRecursively();
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private List<String> toasts() {
        return find(Notification.class).all().stream()
                .map(toast -> toast.getElement().getTextRecursively())
                .toList();
    }

    private PersonId registered(String given, String family) {
        return here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(), here.ward(), Identity.named(given, family, LocalDate.of(1984, 3, 14)))));
    }
}
