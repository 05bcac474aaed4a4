package org.relais.history.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.history.AgeAnswer;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceProfile;
import org.relais.history.SubstanceProfiles;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.HistoryItemId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A substance profile as a nurse tells it on the record page, and as others find it. */
@RelaisTest
class SubstanceViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    SubstanceProfiles profiles;

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
    void a_usual_profile_is_told_with_what_follows_from_the_answers() {
        here.as(Role.NURSE, () -> {
            visit();
            press("Renseigner le profil");
            primary().setValue("ALCOHOL");
            group("Voie habituelle").setValue("EAT_DRINK");
            group("Fréquence, 30 derniers jours").setValue("DAILY");
            age("Âge au premier usage").setValue(15);
            group("Autres substances").setValue("NONE");
            group("Injection").setValue("NEVER");
            press("Enregistrer le profil");
            assertThat(find(SubstanceDialog.class).exists()).isFalse();
            assertThat(current().answers())
                    .isEqualTo(new SubstanceAnswers(
                            "ALCOHOL",
                            "EAT_DRINK",
                            "DAILY",
                            AgeAnswer.of(15),
                            List.of("NONE"),
                            "NO",
                            "NEVER",
                            null,
                            "NEVER",
                            null,
                            null,
                            null));
            assertThat(text())
                    .contains(
                            "Alcool", "15 ans", "Aucune autre", "Dernière prise", "Non demandé", "non approuvé", "H.1");
            return true;
        });
    }

    @Test
    void a_refusal_stands_at_its_field_and_what_was_told_stays() {
        here.as(Role.NURSE, () -> {
            visit();
            press("Renseigner le profil");
            press("Enregistrer le profil");
            assertThat(primary().isInvalid()).isTrue();
            primary().setValue("HEROIN");
            age("Âge au premier usage").setValue(99);
            press("Enregistrer le profil");
            assertThat(primary().isInvalid()).isFalse();
            assertThat(age("Âge au premier usage").isInvalid()).isTrue();
            assertThat(age("Âge au premier usage").getValue()).isEqualTo(99);
            age("Âge au premier usage").setValue(19);
            group("Autres substances").setValue("OTHERS");
            others().setValue("HEROIN", "ALCOHOL");
            press("Enregistrer le profil");
            assertThat(others().isInvalid()).isTrue();
            assertThat(others().getErrorMessage()).contains("substance principale");
            others().setValue("ALCOHOL");
            press("Enregistrer le profil");
            assertThat(current().answers().secondary()).containsExactly("ALCOHOL");
            return true;
        });
    }

    @Test
    void who_comes_second_sees_both_and_keeps_theirs_after() {
        save(0, "ALCOHOL");
        here.as(Role.NURSE, () -> {
            visit();
            press("Mettre à jour");
            save(1, "CRACK");
            primary().setValue("HEROIN");
            press("Enregistrer le profil");
            assertThat(find(SubstanceDialog.class).single().getElement().getTextRecursively())
                    .contains("Quelqu’un d’autre vient d’enregistrer", "Crack");
            assertThat(primary().getValue()).isEqualTo("HEROIN");
            press("Enregistrer le profil");
            assertThat(current().answers().primary()).isEqualTo("HEROIN");
            assertThat(current().version()).isEqualTo(3);
            assertThat(text()).contains("Versions précédentes (2)");
            return true;
        });
    }

    @Test
    void a_social_worker_reads_nothing_of_it() {
        save(0, "HEROIN");
        here.as(Role.SOCIAL_WORKER, () -> {
            visit();
            assertThat(text())
                    .contains("Votre fonction n’en lit pas le contenu")
                    .doesNotContain("Héroïne");
            return true;
        });
    }

    @Test
    void every_question_and_answer_has_words_in_each_language() {
        save(0, "HEROIN");
        for (var locale : List.of(Locale.ENGLISH, Locale.of("sv"))) {
            here.as(Role.NURSE, () -> {
                visit(locale);
                assertThat(text()).doesNotContain("history.", "{0}", "!");
                return true;
            });
        }
    }

    private void save(int expected, String primary) {
        here.as(
                Role.PHYSICIAN,
                () -> profiles.save(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SaveSubstances(
                                HistoryItemId.create(), here.centre(), expected, SubstanceAnswers.primary(primary))));
    }

    private SubstanceProfile current() {
        return here.as(
                Role.NURSE,
                () -> profiles.of(access.grant(person, Section.MEDICAL))
                        .current()
                        .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> primary() {
        return (ComboBox<String>)
                find(ComboBox.class).withCaption("Substance principale").single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<String> others() {
        return (MultiSelectComboBox<String>) find(MultiSelectComboBox.class).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> group(String label) {
        return (RadioButtonGroup<String>)
                find(RadioButtonGroup.class).withCaption(label).single();
    }

    private IntegerField age(String label) {
        return find(IntegerField.class).withCaption(label).single();
    }

    private void press(String text) {
        var buttons = find(Button.class).withText(text).all();
        test(buttons.getLast()).click();
    }

    private void visit() {
        visit(Locale.FRENCH);
    }

    private void visit(Locale locale) {
        UI.getCurrent().setLocale(locale);
        UI.getCurrent().navigate(PersonRoutes.LIST + "/nobody");
        UI.getCurrent().navigate(PersonRoutes.LIST + "/" + person + "/substances");
        roundTrip();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
