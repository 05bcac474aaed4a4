package org.relais.therapy.ui;

import java.time.LocalDate;
import java.time.LocalTime;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.therapy.Approach;
import org.relais.therapy.Psychologists;
import org.relais.uikit.DateField;

import static org.assertj.core.api.Assertions.assertThat;

/** A session from the composer to what each profession sees of it. */
@RelaisTest
@Import(Psychologists.class)
class TherapyViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Psychologists psychologists;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))));
    }

    @Test
    void a_psychologist_signs_both_notes_after_reading_who_will_read() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = visit("");
            fillIn(page);
            area(page, "therapy.field.process").setValue("Words for nobody else");
            click("therapy.sign");
            assertThat(text(find(ReadersDialog.class).single()))
                    .contains(page.getTranslation("therapy.readers.you"), page.getTranslation("therapy.readers.team"));
            assertThat(find(SessionForm.class).exists()).isTrue();
            test(find(Button.class, find(ReadersDialog.class).single())
                            .withText(page.getTranslation("therapy.sign"))
                            .single())
                    .click();
            assertThat(find(SessionForm.class).exists()).isFalse();
            assertThat(text(page))
                    .contains("Words for the team", page.getTranslation("therapy.process.yours"))
                    .doesNotContain("Words for nobody else");
            return true;
        });
    }

    @Test
    void the_author_opens_the_process_note_by_a_click_and_adds_to_it() {
        psychologists.signBoth(here, person, "Words for the team", "Words for nobody else");
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = visit("/therapy");
            assertThat(text(page)).contains("Words for the team").doesNotContain("Words for nobody else");
            click("therapy.process.open");
            var dialog = find(ProcessNoteDialog.class).single();
            assertThat(text(dialog)).contains("Words for nobody else");
            test(find(TextArea.class, dialog).single()).setValue("A week later");
            click("therapy.process.addendum.sign");
            assertThat(text(dialog)).containsSubsequence("Words for nobody else", "A week later");
            return true;
        });
    }

    @Test
    void another_psychologist_and_a_physician_see_that_it_exists_and_cannot_open_it() {
        psychologists.signBoth(here, person, "Words for the team", "Words for nobody else");
        psychologists.second(here).act(() -> {
            assertLocked(visit("/therapy"));
            return true;
        });
        here.as(Role.PHYSICIAN, () -> {
            assertLocked(visit("/therapy"));
            return true;
        });
    }

    @Test
    void a_nurse_reads_the_title_and_is_told_so() {
        psychologists.sign(here, person, "Second session", "Words for the team");
        here.as(Role.NURSE, () -> {
            var page = visit("/therapy");
            assertThat(text(page))
                    .contains("Second session", page.getTranslation("therapy.summary.title"))
                    .doesNotContain("Words for the team");
            return true;
        });
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_is_lost() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = visit("");
            fillIn(page);
            var minutes = find(IntegerField.class, page).single();
            minutes.setValue(481);
            click("therapy.sign");
            assertThat(minutes.isInvalid()).isTrue();
            assertThat(minutes.getErrorMessage()).isEqualTo(page.getTranslation("therapy.error.minutes", 1, 480));
            assertThat(area(page, "therapy.field.note").getValue()).isEqualTo("Words for the team");
            return true;
        });
    }

    @Test
    void a_draft_with_both_texts_is_found_again_by_its_author_alone() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = visit("");
            fillIn(page);
            test(area(page, "therapy.field.process")).setValue("Half a thought");
            return true;
        });
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = visit("");
            click("record.draft.resume");
            assertThat(area(page, "therapy.field.note").getValue()).isEqualTo("Words for the team");
            assertThat(area(page, "therapy.field.process").getValue()).isEqualTo("Half a thought");
            return true;
        });
        psychologists.second(here).act(() -> {
            var page = visit("");
            assertThat(find(Button.class, page)
                            .withText(page.getTranslation("record.draft.resume"))
                            .exists())
                    .isFalse();
            return true;
        });
    }

    private void assertLocked(Component page) {
        assertThat(text(page))
                .contains("Words for the team", page.getTranslation("therapy.process.exists"))
                .doesNotContain("Words for nobody else");
        assertThat(find(Button.class, page)
                        .withText(page.getTranslation("therapy.process.open"))
                        .exists())
                .isFalse();
    }

    private void fillIn(Component page) {
        test(find(NativeButton.class, page)
                        .withClassName("relais-composer-line")
                        .single())
                .click();
        find(DateField.class, page)
                .withLabel(page.getTranslation("therapy.field.day"))
                .single()
                .setValue(LocalDate.of(2026, 3, 2));
        find(TimePicker.class, page).single().setValue(LocalTime.of(10, 0));
        find(IntegerField.class, page).single().setValue(45);
        find(Select.class, page).all().stream()
                .filter(select -> page.getTranslation("therapy.field.approach").equals(select.getLabel()))
                .forEach(select -> select.setValue(Approach.MOTIVATIONAL));
        find(TextField.class, page)
                .withLabel(page.getTranslation("therapy.field.title"))
                .single()
                .setValue("Second session");
        area(page, "therapy.field.note").setValue("Words for the team");
    }

    private TextArea area(Component page, String key) {
        return find(TextArea.class, page).all().stream()
                .filter(area -> page.getTranslation(key).equals(area.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void click(String key) {
        test(find(Button.class).withText(UI.getCurrent().getTranslation(key)).single())
                .click();
    }

    private Component visit(String section) {
        UI.getCurrent().navigate(PersonRoutes.LIST + "/nobody");
        UI.getCurrent().navigate(PersonRoutes.LIST + "/" + person + section);
        return (Component) getCurrentView();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
