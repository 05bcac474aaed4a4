package org.relais.assessment.ui;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Assessments;
import org.relais.assessment.EntryTypes;
import org.relais.assessment.NotAssessableChoices.Reason;
import org.relais.assessment.SaturationScale;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Drafts;
import org.relais.record.Writers;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.uikit.FormDialog;

import static org.assertj.core.api.Assertions.assertThat;

/** A withdrawal score and vital signs, from the composer of the record page to their entry and their course. */
@RelaisTest
@Import(Writers.class)
class DetoxNoteViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    Assessments assessments;

    @Autowired
    Drafts drafts;

    @Autowired
    Locks locks;

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
    void a_nurse_rates_item_by_item_sees_the_total_and_signs_one_note() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            assertThat(page.getElement().getTextRecursively()).contains("Sullivan");
            rate("TREMOR", 4);
            assertThat(side()).contains("4", page.getTranslation("assessment.form.rated", 1, 10));
            rateAll(1);
            rate("TREMOR", 4);
            assertThat(side()).contains("13", "Modéré");
            test(find(TextArea.class).single()).setValue("Dit mieux dormir.");
            click(page, "assessment.form.sign");
            assertThat(find(InstrumentForm.class).exists()).isFalse();
            assertThat(page.getElement().getTextRecursively())
                    .contains("CIWA-Ar : score 13", "Modéré", "Dit mieux dormir.");
            return true;
        });
        assertThat(results("CIWA_AR")).hasSize(1);
    }

    @Test
    void vital_signs_of_a_child_are_taken_without_news2() {
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named(
                                        "Ebba",
                                        "Lahlou",
                                        LocalDate.now(java.time.Clock.systemUTC())
                                                .minusYears(15)))));
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.vital-signs");
            assertThat(page.getElement().getTextRecursively())
                    .contains(page.getTranslation("assessment.news.obstacle.too-young", 16));
            return true;
        });
    }

    @Test
    void what_is_open_is_said_at_the_item_and_what_was_rated_stays() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            rate("NAUSEA", 2);
            click(page, "assessment.form.sign");
            assertThat(scale("TREMOR").getErrorMessage()).isEqualTo(page.getTranslation("assessment.error.open-item"));
            assertThat(scale("NAUSEA").rating()).contains(2);
            return true;
        });
        assertThat(results("CIWA_AR")).isEmpty();
    }

    @Test
    void an_item_alert_shows_at_once_on_an_unfinished_form() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            assertThat(side()).doesNotContain("Confusion aiguë possible");
            rate("ORIENTATION", 3);
            assertThat(side()).contains("Confusion aiguë possible");
            click(page, "assessment.form.save-incomplete");
            assertThat(page.getElement().getTextRecursively()).contains("CIWA-Ar incomplet, sans score");
            return true;
        });
        assertThat(results("CIWA_AR"))
                .singleElement()
                .extracting(AssessmentRow::findings)
                .hasFieldOrPropertyWithValue("status", AssessmentStatus.INCOMPLETE);
    }

    @Test
    void a_half_filled_form_comes_back_as_it_was_left() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            rate("NAUSEA", 2);
            rate("HEADACHE", 5);
            assertThat(drafts.find(writers.write(person, Section.MEDICAL), EntryTypes.DETOX_NOTE))
                    .isPresent();
            var again = open("");
            choose(again, "assessment.composer.detox-note");
            assertThat(scale("NAUSEA").rating()).contains(2);
            assertThat(scale("HEADACHE").rating()).contains(5);
            assertThat(scale("TREMOR").rating()).isEmpty();
            return true;
        });
    }

    @Test
    void what_cannot_be_assessed_is_signed_with_its_reason() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            click(page, "assessment.form.not-assessable");
            click(page, "assessment.form.sign");
            assertThat(reasons().isInvalid()).isTrue();
            test(reasons()).selectItem("La personne ne peut pas communiquer");
            click(page, "assessment.form.sign");
            assertThat(page.getElement().getTextRecursively())
                    .contains("CIWA-Ar non évaluable", "La personne ne peut pas communiquer");
            return true;
        });
    }

    @Test
    void an_impossible_value_stays_at_its_field_and_an_unusual_one_asks_to_be_confirmed() {
        here.as(Role.PHYSICIAN, () -> {
            var page = open("");
            choose(page, "assessment.composer.vital-signs");
            var pulse = vital("Pouls");
            test(pulse).setValue("300");
            assertThat(pulse.isInvalid()).isTrue();
            click(page, "assessment.form.sign");
            assertThat(pulse.getValue()).isEqualTo("300");
            test(pulse).setValue("douze");
            click(page, "assessment.form.sign");
            assertThat(pulse.getErrorMessage()).isEqualTo(page.getTranslation("assessment.error.number"));
            test(pulse).setValue("170");
            click(page, "assessment.form.sign");
            assertThat(pulse.isInvalid()).isTrue();
            test(find(Checkbox.class, page).withCondition(Component::isVisible).single())
                    .click();
            test(vital("Température")).setValue("37,2");
            click(page, "assessment.form.sign");
            assertThat(page.getElement().getTextRecursively())
                    .contains("FC 170", "37,2", "NEWS2 non calculé, il manque");
            return true;
        });
        assertThat(results("NEWS2")).hasSize(1);
    }

    @Test
    void an_observation_in_the_future_is_refused_at_its_time_and_what_was_filled_in_stays() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            rateAll(2);
            refusedAhead(page);
            assertThat(scale("TREMOR").rating()).contains(2);
            test(find(DateTimePicker.class).single())
                    .setValue(LocalDateTime.now(ZoneId.of("Europe/Paris")).minusHours(1));
            click(page, "assessment.form.sign");
            assertThat(find(InstrumentForm.class).exists()).isFalse();
            choose(page, "assessment.composer.vital-signs");
            test(vital("Pouls")).setValue("72");
            refusedAhead(page);
            assertThat(vital("Pouls").getValue()).isEqualTo("72");
            return true;
        });
        assertThat(results("CIWA_AR")).hasSize(1);
        assertThat(results("NEWS2")).isEmpty();
    }

    private void refusedAhead(Component page) {
        click(page, "record.observed.now");
        var at = find(DateTimePicker.class).single();
        test(at).setValue(LocalDateTime.now(ZoneId.of("Europe/Paris")).plusDays(1));
        click(page, "assessment.form.sign");
        assertThat(at.isInvalid()).isTrue();
        assertThat(at.getErrorMessage()).isEqualTo(page.getTranslation("assessment.error.future"));
    }

    @Test
    void a_physician_has_saturation_read_by_the_second_scale_and_the_form_follows() {
        here.as(Role.PHYSICIAN, () -> {
            var page = open("/vital-signs");
            assertThat(page.getElement().getTextRecursively()).contains("échelle 1");
            click(page, "assessment.saturation.change");
            var dialog = find(FormDialog.class).single();
            scales(dialog).setValue(SaturationScale.SCALE_2);
            click(dialog, "assessment.saturation.verb");
            var reason = find(TextField.class, dialog).single();
            assertThat(reason.isInvalid()).isTrue();
            assertThat(scales(dialog).getValue()).isEqualTo(SaturationScale.SCALE_2);
            reason.setValue("BPCO hypercapnique, cible 88 à 92 %");
            click(dialog, "assessment.saturation.verb");
            assertThat(find(FormDialog.class).exists()).isFalse();
            assertThat(page.getElement().getTextRecursively()).contains("échelle 2");
            return true;
        });
        here.as(Role.NURSE, () -> {
            var page = open("/vital-signs");
            assertThat(page.getElement().getTextRecursively())
                    .contains("échelle 2")
                    .doesNotContain(page.getTranslation("assessment.saturation.change"));
            assertThat(open("").getElement().getTextRecursively()).contains("BPCO hypercapnique", "échelle 2");
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<SaturationScale> scales(Component dialog) {
        return (RadioButtonGroup<SaturationScale>)
                find(RadioButtonGroup.class, dialog).single();
    }

    @Test
    void the_course_shows_the_scores_to_the_team_and_only_that_they_exist_to_a_role_of_the_summary() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            rateAll(2);
            click(page, "assessment.form.sign");
            assertThat(open("/scores").getElement().getTextRecursively())
                    .contains("CIWA-Ar, sevrage d’alcool", "20", "Sévère");
            return true;
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            var shown = open("/scores").getElement().getTextRecursively();
            assertThat(shown)
                    .contains("Votre rôle voit que la mesure a été faite")
                    .doesNotContain("Sévère");
            var timeline = open("").getElement().getTextRecursively();
            assertThat(timeline).contains("CIWA-Ar").doesNotContain("Sévère", "score 20");
            return true;
        });
    }

    @Test
    void what_the_person_locked_of_the_course_is_said_to_exist_and_never_that_there_is_nothing() {
        here.as(Role.NURSE, () -> {
            var page = open("");
            assertThat(open("/scores").getElement().getTextRecursively()).contains("Rien encore");
            page = open("");
            choose(page, "assessment.composer.detox-note");
            rateAll(2);
            click(page, "assessment.form.sign");
            return true;
        });
        here.as(Role.NURSE, () -> {
            locks.lockSection(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL);
            // One's own stay readable
            assertThat(open("/scores").getElement().getTextRecursively())
                    .contains("Sévère")
                    .doesNotContain("Des résultats existent");
            return true;
        });
        here.as(Role.PHYSICIAN, () -> {
            assertThat(courses(open("/scores")))
                    .contains("Des résultats existent qui ne se montrent pas ici")
                    .doesNotContain("Sévère");
            // Of the scale nobody filled in there is nothing
            assertThat(courses(open("/scores"))).contains("Rien encore");
            var page = open("");
            choose(page, "assessment.composer.detox-note");
            rateAll(1);
            click(page, "assessment.form.sign");
            assertThat(courses(open("/scores")))
                    .contains("Des résultats existent qui ne se montrent pas ici", "10")
                    .doesNotContain("Sévère");
            return true;
        });
    }

    @Test
    void a_role_that_may_not_write_is_offered_no_form() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = open("");
            assertThat(find(Button.class, page)
                            .withText(page.getTranslation("assessment.composer.detox-note"))
                            .exists())
                    .isFalse();
            return true;
        });
    }

    private String courses(Component page) {
        return find(CoursePanel.class, page).all().stream()
                .map(course -> course.getElement().getTextRecursively())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private Component open(String section) {
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate(PersonRoutes.LIST + "/nobody");
        UI.getCurrent().navigate(PersonRoutes.LIST + "/" + person + section);
        return (Component) getCurrentView();
    }

    private void choose(Component page, String key) {
        test(find(Button.class, page).withText(page.getTranslation(key)).first())
                .click();
    }

    private void click(Component page, String key) {
        test(find(Button.class, page).withText(page.getTranslation(key)).single())
                .click();
    }

    private ScaleField scale(String code) {
        return find(ScaleField.class).all().stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    // As the browser sends it after a key
    private void rate(String code, int value) {
        try {
            scale(code)
                    .getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", String.valueOf(value))
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new AssertionError("The browser may not rate the item", denied);
        }
    }

    private void rateAll(int value) {
        for (var code : List.of(
                "NAUSEA",
                "TREMOR",
                "SWEATS",
                "ANXIETY",
                "AGITATION",
                "TACTILE",
                "AUDITORY",
                "VISUAL",
                "HEADACHE",
                "ORIENTATION")) {
            rate(code, value);
        }
    }

    private String side() {
        return find(ScorePanel.class).single().getElement().getTextRecursively();
    }

    private TextField vital(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<Reason> reasons() {
        return find(Select.class, find(ObstaclePanel.class).single()).single();
    }

    private List<AssessmentRow> results(String instrument) {
        return here.as(
                Role.NURSE,
                () -> assessments
                        .results(access.grant(person, Section.MEDICAL), instrument, null, 20)
                        .rows());
    }
}
