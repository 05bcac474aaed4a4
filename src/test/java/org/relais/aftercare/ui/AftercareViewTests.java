package org.relais.aftercare.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.aftercare.AftercareRoutes;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.ContactState;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.FollowUpRow;
import org.relais.aftercare.Followers;
import org.relais.episode.Destination;
import org.relais.episode.DischargeQuestion;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeRoutes;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** From the discharge to what the person says later, as the staff use it. */
@RelaisTest
@Import({Followers.class, MovableClock.class})
class AftercareViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Followers followers;

    @Autowired
    MovableClock clock;

    Place here;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        clock.stopAt(noon(LocalDate.of(2031, 1, 31)));
    }

    @AfterEach
    void goOn() {
        clock.stopAt(Instant.now());
        clock.goOn();
    }

    @Test
    void whoever_discharges_says_whether_the_person_agreed_and_the_contacts_stand_in_the_record() {
        var person = followers.admitted(here, "Rémi");
        here.as(Role.COORDINATOR, () -> {
            UI.getCurrent().navigate(EpisodeRoutes.ofPerson(person));
            press(view(), "episode.discharge.verb");
            var dialog = find(Dialog.class).single();
            var reason = this.<EndReason>select(dialog, "episode.field.reason");
            assertThat(question(dialog).isVisible()).isFalse();
            reason.setValue(EndReason.TRANSFERRED_OTHER);
            assertThat(question(dialog).isVisible()).isFalse();
            reason.setValue(EndReason.COMPLETED);
            assertThat(question(dialog).isVisible()).isTrue();
            assertThat(question(dialog).getValue().code()).isEqualTo("NOT_ASKED");
            this.<Destination>select(dialog, "episode.field.destination").setValue(Destination.HOME);
            question(dialog).setValue(new DischargeQuestion.Choice("AGREED", FollowUpAnswer.AGREED.key()));
            press(dialog, "episode.discharge.verb");
            return person;
        });
        assertThat(stored(person).contacts()).hasSize(4);
        here.as(Role.NURSE, () -> {
            var page = section(person);
            assertThat(text(page))
                    .contains(
                            page.getTranslation(FollowUpAnswer.AGREED.key()),
                            page.getTranslation("aftercare.contact", 12),
                            page.getTranslation("aftercare.state.planned", 21));
            assertThat(buttons(page, "aftercare.attempt")).isEmpty();
            return person;
        });
    }

    @Test
    void an_attempt_is_noted_in_two_clicks_and_a_reached_person_answers_the_questions() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = section(person);
            press(page, "aftercare.attempt");
            var dialog = find(Dialog.class).single();
            assertThat(find(IntegerField.class, dialog).all()).isEmpty();
            press(dialog, "aftercare.attempt.verb");
            assertThat(dialog.isOpened()).isFalse();
            press(page, "aftercare.attempt");
            var second = find(Dialog.class).single();
            outcome(second).setValue(AttemptOutcome.REACHED);
            var days = find(IntegerField.class, second)
                    .withCondition(one -> one.getLabel().equals(one.getTranslation("aftercare.field.substance-days")))
                    .single();
            days.setValue(40);
            press(second, "aftercare.attempt.verb");
            assertThat(days.getErrorMessage()).isEqualTo(page.getTranslation("aftercare.error.range", 28));
            days.setValue(4);
            press(second, "aftercare.attempt.verb");
            assertThat(second.isOpened()).isFalse();
            assertThat(text(view()))
                    .contains(
                            page.getTranslation("aftercare.said.substance-days", 4, 28),
                            page.getTranslation(AttemptOutcome.NO_ANSWER.key()));
            return person;
        });
        assertThat(stored(person).contacts().getFirst().state()).isEqualTo(ContactState.REACHED);
        assertThat(stored(person).contacts().getFirst().attempts()).hasSize(2);
    }

    @Test
    void not_reached_is_offered_once_three_days_were_tried() {
        var person = followers.left(here, "Rémi");
        for (var day : List.of(22, 23, 24)) {
            clock.stopAt(noon(LocalDate.of(2031, 2, day)));
            here.as(Role.SOCIAL_WORKER, () -> {
                var page = section(person);
                assertThat(buttons(page, "aftercare.not-reached")).isEmpty();
                press(page, "aftercare.attempt");
                press(find(Dialog.class).single(), "aftercare.attempt.verb");
                return person;
            });
        }
        here.as(Role.SOCIAL_WORKER, () -> {
            press(section(person), "aftercare.not-reached");
            return person;
        });
        assertThat(stored(person).contacts().getFirst().state()).isEqualTo(ContactState.NOT_REACHED);
    }

    @Test
    void a_death_or_a_wish_asks_back_in_the_same_dialog() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        here.as(Role.SOCIAL_WORKER, () -> {
            press(section(person), "aftercare.attempt");
            var dialog = find(Dialog.class).single();
            var consequence = dialog.getTranslation("aftercare.deceased.consequence");
            assertThat(text(dialog)).doesNotContain(consequence);
            outcome(dialog).setValue(AttemptOutcome.DECEASED);
            assertThat(text(dialog)).contains(consequence);
            press(dialog, "aftercare.attempt.verb");
            return person;
        });
        assertThat(stored(person).running()).isFalse();
    }

    @Test
    void the_follow_up_is_handed_to_a_colleague_who_may_open_the_record() {
        var person = followers.left(here, "Rémi");
        here.as(Role.NURSE, () -> {
            press(section(person), "aftercare.hand");
            var dialog = find(Dialog.class).single();
            @SuppressWarnings("unchecked")
            ComboBox<StaffCard> worker = find(ComboBox.class, dialog).single();
            var offered = worker.getListDataView().getItems().toList();
            assertThat(offered)
                    .extracting(StaffCard::role)
                    .containsExactlyInAnyOrder(Role.PHYSICIAN, Role.NURSE, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER);
            worker.setValue(offered.stream()
                    .filter(card -> card.role() == Role.PSYCHOLOGIST)
                    .findFirst()
                    .orElseThrow());
            press(dialog, "aftercare.hand.verb");
            return person;
        });
        assertThat(stored(person).worker())
                .isEqualTo(here.member(Role.PSYCHOLOGIST).id());
    }

    @Test
    void the_list_names_who_is_to_be_called_and_how_late_it_is() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 3, 10)));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = navigate(AftercareListView.class);
            assertThat(text(page))
                    .contains(
                            "Rémi Castellane",
                            page.getTranslation("aftercare.contact", 1),
                            page.getTranslation("uikit.days.late", 3));
            assertThat(find(Anchor.class, page).all())
                    .extracting(Anchor::getHref)
                    .contains(PersonRoutes.record(person, AftercareRoutes.SECTION));
            UI.getCurrent()
                    .navigate(AftercareRoutes.LIST, QueryParameters.simple(Map.of("whose", "team", "which", "all")));
            assertThat(text(view())).contains(page.getTranslation("aftercare.contact", 12));
            return person;
        });
    }

    @Test
    void a_return_to_use_is_taken_in_with_two_clicks_and_says_what_is_left_to_do() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 3, 6)));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = section(person);
            press(page, "aftercare.way-back.open");
            press(find(Dialog.class).single(), "aftercare.way-back.verb");
            assertThat(text(view()))
                    .contains(
                            page.getTranslation("aftercare.way-back.due", "10 Mar 2031"),
                            page.getTranslation("uikit.days.ahead", 4),
                            page.getTranslation("aftercare.way-back.partners.none"));
            assertThat(buttons(view(), "aftercare.way-back.open")).isEmpty();
            assertThat(buttons(view(), "aftercare.way-back.tell"))
                    .as("nobody may be told")
                    .isEmpty();
            press(view(), "aftercare.way-back.revise");
            var revise = find(Dialog.class).single();
            assertThat(text(revise)).contains(revise.getTranslation("aftercare.way-back.stays"));
            press(revise, "aftercare.way-back.revise");
            press(view(), "aftercare.way-back.seen");
            assertThat(text(view())).contains(page.getTranslation("aftercare.way-back.closed"));
            return person;
        });
    }

    private Component section(PersonId person) {
        UI.getCurrent().navigate(PersonRoutes.record(person, AftercareRoutes.SECTION));
        return view();
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private FollowUpRow stored(PersonId person) {
        return here.as(Role.SOCIAL_WORKER, () -> followers.latest(person));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<DischargeQuestion.Choice> question(Dialog dialog) {
        return dialog.getChildren()
                .flatMap(one -> one.getChildren())
                .filter(RadioButtonGroup.class::isInstance)
                .map(RadioButtonGroup.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<AttemptOutcome> outcome(Dialog dialog) {
        return find(RadioButtonGroup.class, dialog).single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(Component within, String key) {
        return find(Select.class, within)
                .withCondition(one -> within.getTranslation(key).equals(one.getLabel()))
                .single();
    }

    private void press(Component within, String key) {
        buttons(within, key).getFirst().click();
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
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren().map(AftercareViewTests::text).reduce("", (one, next) -> one + "\n" + next)
                : "";
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }
}
