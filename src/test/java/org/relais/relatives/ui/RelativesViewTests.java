package org.relais.relatives.ui;

import java.util.List;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.person.TellingTopic;
import org.relais.relatives.Kin;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.RelativeLog;
import org.relais.relatives.RelativesRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls, letters and support as social workers and their colleagues use them. */
@RelaisTest
@Import(Kin.class)
class RelativesViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Kin kin;

    @Autowired
    RelativeContacts contacts;

    @Autowired
    AccessService access;

    Place here;
    PersonId person;
    RelativeId sister;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = kin.register(here);
        sister = kin.sister(
                here,
                person,
                Map.of(TellingTopic.PRESENCE, true, TellingTopic.APPOINTMENTS, true, TellingTopic.RESULTS, false));
    }

    @Test
    void a_call_is_logged_in_two_clicks_below_what_may_be_told() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = section();
            press(page, "relatives.call");
            var dialog = find(Dialog.class).single();
            var band = find(TellingBandBar.class, dialog).single();
            assertThat(text(band))
                    .contains(page.getTranslation(
                            "relatives.band.may", topics(page, TellingTopic.PRESENCE, TellingTopic.APPOINTMENTS)));
            assertThat(told(dialog).getListDataView().getItems().toList())
                    .containsExactly(TellingTopic.PRESENCE, TellingTopic.APPOINTMENTS);
            var save = buttons(dialog, "relatives.log.verb").getFirst();
            save.click();
            save.click();
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(view())).contains(page.getTranslation("relatives.form.call-from"));
            return person;
        });
        assertThat(stored().contacts()).hasSize(1);
    }

    @Test
    void what_was_told_beyond_it_asks_why_and_the_colleague_takes_note() {
        here.as(Role.SOCIAL_WORKER, () -> {
            press(section(), "relatives.call");
            var dialog = find(Dialog.class).single();
            beyond(dialog).setValue(java.util.Set.of(TellingTopic.RESULTS));
            press(dialog, "relatives.log.verb");
            var reason = area(dialog, "relatives.field.reason");
            assertThat(reason.isInvalid()).isTrue();
            assertThat(dialog.isOpened()).isTrue();
            reason.setValue("She had the letter in her hand");
            press(dialog, "relatives.log.verb");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(buttons(view(), "relatives.seen"))
                    .as("not by whoever told it")
                    .isEmpty();
            return person;
        });
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = section();
            assertThat(text(page)).contains("She had the letter in her hand");
            assertThat(buttons(page, "relatives.call")).isEmpty();
            press(page, "relatives.seen");
            return person;
        });
        assertThat(stored().contacts().getFirst().seenBy())
                .isEqualTo(here.member(Role.PSYCHOLOGIST).id());
    }

    @Test
    void a_letter_offers_the_topics_agreed_to_and_none_where_not_even_the_presence_may_be_told() {
        here.as(Role.SOCIAL_WORKER, () -> {
            press(section(), "relatives.letter");
            var dialog = find(Dialog.class).single();
            assertThat(find(TextArea.class, dialog).all())
                    .extracting(TextArea::getLabel)
                    .containsExactly(
                            dialog.getTranslation(TellingTopic.PRESENCE.key()),
                            dialog.getTranslation(TellingTopic.APPOINTMENTS.key()));
            area(dialog, TellingTopic.APPOINTMENTS.key()).setValue("Il vous attend jeudi.");
            press(dialog, "relatives.letter.verb");
            return person;
        });
        var letter = stored().contacts().getFirst().id();
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrent().navigate(RelativesRoutes.letter(person, letter));
            assertThat(text(view())).contains("Il vous attend jeudi.", "Élodie Castellane");
            return person;
        });
        kin.change(here, person, sister, Map.of(TellingTopic.PRESENCE, false));
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrent().navigate(RelativesRoutes.letter(person, letter));
            assertThat(text(view()))
                    .doesNotContain("Il vous attend jeudi.")
                    .contains(view().getTranslation("relatives.letter.over"));
            assertThat(buttons(section(), "relatives.letter")).isEmpty();
            return person;
        });
    }

    @Test
    void what_a_relative_says_is_marked_as_theirs_and_missing_from_the_timeline() {
        here.as(Role.SOCIAL_WORKER, () -> {
            press(section(), "relatives.call");
            var dialog = find(Dialog.class).single();
            area(dialog, "relatives.field.heard").setValue("Elle lui a prêté de l’argent");
            press(dialog, "relatives.log.verb");
            assertThat(text(view()))
                    .contains("Elle lui a prêté de l’argent", view().getTranslation("relatives.third-party"));
            UI.getCurrent().navigate(PersonRoutes.record(person));
            assertThat(text(view()))
                    .doesNotContain("Elle lui a prêté de l’argent")
                    .contains(view().getTranslation("relatives.third-party.kept"));
            return person;
        });
    }

    @Test
    void support_is_offered_and_answered() {
        here.as(Role.SOCIAL_WORKER, () -> {
            press(section(), "relatives.offer");
            press(find(Dialog.class).single(), "relatives.offer.verb");
            press(view(), "relatives.answer");
            var dialog = find(Dialog.class).single();
            press(dialog, "relatives.answer.verb");
            assertThat(dialog.isOpened()).as("no answer chosen").isTrue();
            return person;
        });
        assertThat(stored().supports()).hasSize(1);
    }

    private Component section() {
        UI.getCurrent().navigate(PersonRoutes.record(person, RelativesRoutes.SECTION));
        return view();
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private RelativeLog stored() {
        return here.as(Role.SOCIAL_WORKER, () -> contacts.of(access.grant(person, Section.SOCIAL)));
    }

    private static String topics(Component page, TellingTopic... topics) {
        return String.join(
                ", ",
                java.util.Arrays.stream(topics)
                        .map(topic -> page.getTranslation(topic.key()))
                        .toList());
    }

    private CheckboxGroup<TellingTopic> told(Dialog dialog) {
        return group(dialog, "relatives.field.told");
    }

    private CheckboxGroup<TellingTopic> beyond(Dialog dialog) {
        return group(dialog, "relatives.field.beyond");
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<TellingTopic> group(Dialog dialog, String key) {
        return descendants(dialog)
                .filter(CheckboxGroup.class::isInstance)
                .map(CheckboxGroup.class::cast)
                .filter(one -> dialog.getTranslation(key).equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<Component> descendants(Component component) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(component),
                component.getChildren().flatMap(RelativesViewTests::descendants));
    }

    private TextArea area(Component within, String key) {
        return descendants(within)
                .filter(TextArea.class::isInstance)
                .map(TextArea.class::cast)
                .filter(one -> within.getTranslation(key).equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
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
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(RelativesViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
