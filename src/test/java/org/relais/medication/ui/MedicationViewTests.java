package org.relais.medication.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.medication.Administration;
import org.relais.medication.MedicationOrder;
import org.relais.medication.MedicationRoutes;
import org.relais.medication.Outcome;
import org.relais.medication.Prescribers;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.today.MyDay;

import static org.assertj.core.api.Assertions.assertThat;

/** Medication as physicians and nurses use it. */
@RelaisTest
@Import(Prescribers.class)
class MedicationViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Prescribers prescribers;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @Autowired
    MyDay myDay;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = prescribers.register(here, "Rémi");
    }

    @Test
    void a_physician_signs_an_order_and_a_second_click_signs_no_second_one() {
        here.as(Role.PHYSICIAN, () -> {
            var page = openSection();
            assertThat(text(page)).contains(page.getTranslation("medication.empty.title"));
            press(page, "medication.order");
            var dialog = find(Dialog.class).single();
            choose(dialog, "thiamine");
            press(dialog, "medication.order.sign");
            assertThat(dialog.isOpened()).isTrue();
            var dose = decimal(dialog, "medication.order.dose");
            assertThat(dose.isInvalid()).isTrue();
            dose.setValue(BigDecimal.valueOf(250));
            press(dialog, "medication.order.sign");
            assertThat(times(dialog).isInvalid()).isTrue();
            times(dialog)
                    .setValue(Set.copyOf(
                            times(dialog).getListDataView().getItems().toList().subList(0, 2)));
            press(dialog, "medication.order.sign");
            assertThat(field(dialog, "medication.order.indication").isInvalid()).isTrue();
            assertThat(dose.getValue()).isEqualByComparingTo("250");
            field(dialog, "medication.order.indication").setValue("Prévention");
            var sign = button(dialog, "medication.order.sign");
            sign.click();
            sign.click();
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(page)).contains("thiamine", "Prévention");
            return true;
        });
        assertThat(orders())
                .singleElement()
                .satisfies(order -> assertThat(order.drug().code()).isEqualTo("THIAMINE"));
    }

    @Test
    void what_a_check_finds_is_shown_before_signing_and_answered_in_the_form() {
        prescribers.thiamine(here, person);
        here.as(Role.PHYSICIAN, () -> {
            var page = openSection();
            press(page, "medication.order");
            var dialog = find(Dialog.class).single();
            choose(dialog, "thiamine");
            assertThat(text(dialog)).contains(page.getTranslation("medication.finding.duplicate-drug", "thiamine"));
            decimal(dialog, "medication.order.dose").setValue(BigDecimal.TEN);
            times(dialog)
                    .setValue(Set.copyOf(
                            times(dialog).getListDataView().getItems().toList().subList(0, 1)));
            field(dialog, "medication.order.indication").setValue("Prévention");
            press(dialog, "medication.order.sign");
            assertThat(dialog.isOpened()).isTrue();
            assertThat(text(dialog)).contains(page.getTranslation("medication.override.reason"));
            return true;
        });
        assertThat(orders()).hasSize(1);
    }

    @Test
    void a_nurse_gives_a_dose_in_two_clicks_and_does_not_order() {
        prescribers.thiamine(here, person);
        here.as(Role.NURSE, () -> {
            var page = openSection();
            assertThat(find(Button.class, page).all())
                    .noneMatch(button -> button.getText().equals(page.getTranslation("medication.order")));
            press(page, "medication.give");
            var dialog = find(Dialog.class).single();
            press(dialog, "medication.give.verb");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(page)).contains(page.getTranslation("medication.outcome.given.dose", "250\u00a0mg"));
            return true;
        });
        assertThat(doses()).extracting(Administration::outcome).containsExactly(Outcome.GIVEN);
    }

    @Test
    void a_dose_that_differs_keeps_what_was_typed_until_it_says_why() {
        prescribers.thiamine(here, person);
        here.as(Role.NURSE, () -> {
            var page = openSection();
            press(page, "medication.give");
            var dialog = find(Dialog.class).single();
            find(BigDecimalField.class, dialog).single().setValue(BigDecimal.valueOf(125));
            press(dialog, "medication.give.verb");
            var why = find(TextArea.class, dialog).single();
            assertThat(why.isInvalid()).isTrue();
            assertThat(find(BigDecimalField.class, dialog).single().getValue()).isEqualByComparingTo("125");
            why.setValue("Un seul comprimé restait");
            press(dialog, "medication.give.verb");
            assertThat(dialog.isOpened()).isFalse();
            return true;
        });
        assertThat(doses())
                .singleElement()
                .satisfies(dose -> assertThat(dose.dose()).isEqualByComparingTo("125"));
    }

    @Test
    void a_refusal_is_noted_in_two_clicks_with_its_reason() {
        prescribers.thiamine(here, person);
        here.as(Role.NURSE, () -> {
            var page = openSection();
            press(page, "medication.withhold");
            var dialog = find(Dialog.class).single();
            press(dialog, "medication.reason.other-held");
            assertThat(dialog.isOpened()).isTrue();
            assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
            press(dialog, "medication.reason.not-wanted");
            assertThat(dialog.isOpened()).isFalse();
            return true;
        });
        assertThat(doses()).extracting(Administration::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void the_proposed_dose_is_given_from_its_card_and_then_every_reason_against_another_is_told() {
        prescribers.diazepam(here, person);
        prescribers.ciwa(here, person, 12, 0);
        here.as(Role.NURSE, () -> {
            var page = openSection();
            assertThat(text(page)).contains(page.getTranslation("medication.conduct"), "10\u00a0mg");
            press(page, "medication.conduct.give");
            press(find(Dialog.class).single(), "medication.give.verb");
            assertThat(text(page)).contains("the next is possible at");
            assertThat(find(Button.class, page).all())
                    .noneMatch(button -> button.getText().equals(page.getTranslation("medication.conduct.give")));
            return true;
        });
        assertThat(doses())
                .singleElement()
                .satisfies(dose -> assertThat(dose.form()).isNotNull());
    }

    @Test
    void a_physician_stops_an_order_with_a_reason() {
        prescribers.diazepam(here, person);
        here.as(Role.PHYSICIAN, () -> {
            var page = openSection();
            press(page, "medication.order.stop");
            var dialog = find(Dialog.class).single();
            press(dialog, "medication.stop.verb");
            assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
            find(TextArea.class, dialog).single().setValue("Sevrage terminé hier");
            press(dialog, "medication.stop.verb");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(page)).contains(page.getTranslation("medication.orders.none"));
            return true;
        });
    }

    @Test
    void the_round_lists_what_is_due_by_time_and_bed_and_my_day_names_no_drug() {
        admit();
        prescribers.thiamine(here, person);
        here.as(Role.NURSE, () -> {
            UI.getCurrentOrThrow().navigate(MedicationRoutes.ROUND);
            var page = (Component) getCurrentView();
            assertThat(text(page)).contains("301A", "thiamine", "250\u00a0mg");
            press(page, "medication.give");
            press(find(Dialog.class).single(), "medication.give.verb");
            assertThat(text(page)).contains(page.getTranslation("medication.round.done.title"));
            return true;
        });
        assertThat(doses()).hasSize(1);
    }

    @Test
    void my_day_of_a_nurse_tells_of_doses_without_naming_a_drug() {
        prescribers.thiamine(here, person);
        var day = here.as(Role.NURSE, () -> myDay.of(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null)));
        assertThat(day.toDo()).anySatisfy(line -> {
            assertThat(line.title().key()).startsWith("medication.today.doses");
            assertThat(line.path()).isEqualTo(PersonRoutes.record(person, MedicationRoutes.SECTION));
        });
        assertThat(day.toString()).doesNotContain("thiamine");
        // As the page says it: what a title tells of is words, also a number
        assertThat(here.as(
                        Role.NURSE,
                        () -> day.toDo().stream()
                                .map(line -> line.title().words(UI.getCurrentOrThrow()::getTranslation))
                                .toList()))
                .doesNotContain("")
                .isNotEmpty();
        var social =
                here.as(Role.SOCIAL_WORKER, () -> myDay.of(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null)));
        assertThat(social.toString()).doesNotContain("medication.today");
    }

    @Test
    void who_reads_summaries_sees_that_there_are_orders_and_none_of_them() {
        prescribers.diazepam(here, person);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page))
                    .contains(page.getTranslation("medication.withheld-rows"))
                    .doesNotContain("diaz");
            return true;
        });
    }

    private void admit() {
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), here.beds().getFirst(), null)));
    }

    private Component openSection() {
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person, MedicationRoutes.SECTION));
        return (Component) getCurrentView();
    }

    private List<MedicationOrder> orders() {
        return prescribers.sheet(here, Role.NURSE, person).orders();
    }

    private List<Administration> doses() {
        return prescribers.sheet(here, Role.NURSE, person).administrations();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(Component dialog, String name) {
        ComboBox box = find(ComboBox.class, dialog).single();
        box.setValue(box.getListDataView()
                .getItems()
                .filter(one -> box.getItemLabelGenerator().apply(one).equals(name))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Object> times(Component dialog) {
        return find(CheckboxGroup.class, dialog).single();
    }

    private BigDecimalField decimal(Component within, String key) {
        return find(BigDecimalField.class, within).all().stream()
                .filter(field -> field.isVisible() && field.getLabel().equals(within.getTranslation(key)))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(Component within, String key) {
        return find(TextField.class, within).all().stream()
                .filter(field -> field.getLabel().equals(within.getTranslation(key)))
                .findFirst()
                .orElseThrow();
    }

    private Button button(Component within, String key) {
        return find(Button.class, within).all().stream()
                .filter(button -> button.getText().equals(within.getTranslation(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + key));
    }

    private void press(Component within, String key) {
        button(within, key).click();
    }

    private static String text(Component component) {
        var text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append(' ');
        }
        text.append(element.getProperty("label", "")).append(' ');
        element.getChildren().forEach(child -> collect(child, text));
    }
}
