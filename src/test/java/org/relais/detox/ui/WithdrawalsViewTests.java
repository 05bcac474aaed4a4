package org.relais.detox.ui;

import java.time.Duration;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.detox.DetoxOutcome;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.EmergencyMeans;
import org.relais.detox.VisitStep;
import org.relais.detox.VisitingPeople;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** The visits of a centre as a nurse and a physician see them. */
@RelaisTest
@Import({MovableClock.class, VisitingPeople.class})
class WithdrawalsViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    VisitingPeople visiting;

    @Autowired
    MovableClock clock;

    Place here;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        person = visiting.watched(here, "Rémi", 0);
        SignedIn.as(here.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_list_says_who_is_expected_and_what_the_visit_asks() {
        assertThat(open())
                .contains(
                        "Attendues aujourd’hui",
                        "Rémi Castellane",
                        "Alcool, en ambulatoire",
                        "Pas encore de score",
                        "À faire : CIWA-Ar, pouls et tension, alcool dans l’air expiré",
                        "0 venues sur 1 attendues");
        score(4);
        assertThat(open()).contains("Venues aujourd’hui", "Léger", "1 venues sur 1 attendues");
    }

    @Test
    void a_nurse_sees_that_a_physician_is_called_and_only_a_physician_says_that_they_saw_the_person() {
        score(9);
        assertThat(open()).contains("À faire maintenant", "Un médecin doit voir la personne aujourd’hui");
        assertThat(find(Button.class).withText("La personne a été vue…").exists())
                .isFalse();
        SignedIn.as(here.member(Role.PHYSICIAN));
        open();
        press("La personne a été vue…");
        press("Enregistrer");
        assertThat(text()).doesNotContain("Un médecin doit voir la personne aujourd’hui");
    }

    @Test
    void emergency_care_asks_how_and_who_was_told_and_offers_the_end() {
        score(20);
        assertThat(open()).contains("À envoyer aux urgences");
        press("Envoyer aux urgences…");
        press("Enregistrer");
        assertThat(means().isInvalid()).isTrue();
        means().setValue(EmergencyMeans.AMBULANCE);
        press("Enregistrer");
        var informed = find(TextField.class).withCaption("Qui a été informé").single();
        assertThat(informed.isInvalid()).isTrue();
        informed.setValue("Le médecin des urgences");
        press("Enregistrer");
        assertThat(text()).contains("Envoi aux urgences le");
        assertThat(find(Select.class).withCaption("Issue").single().getValue())
                .isEqualTo(DetoxOutcome.TRANSFERRED_HIGHER_CARE);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_missed_visit_stays_on_the_list_with_what_was_done() {
        score(4);
        clock.move(Duration.ofDays(2));
        SignedIn.as(here.member(Role.NURSE));
        assertThat(open()).contains("Visite manquée le", "Aucune démarche notée", "1 visites manquées à reprendre");
        press("Noter une démarche…");
        var step = (RadioButtonGroup<VisitStep>)
                find(RadioButtonGroup.class).withCaption("Ce qui a été fait").single();
        step.setValue(VisitStep.NOT_REACHED);
        press("Enregistrer");
        assertThat(text()).contains("Appelée, pas jointe", "Démarches notées", "Visite manquée le");
        press("Noter une démarche…");
        step = (RadioButtonGroup<VisitStep>)
                find(RadioButtonGroup.class).withCaption("Ce qui a été fait").single();
        step.setValue(VisitStep.WELFARE_CHECK);
        press("Enregistrer");
        var note = find(TextArea.class).withCaption("Précision").single();
        assertThat(note.isInvalid()).isTrue();
        note.setValue("Vue à son domicile");
        press("Enregistrer");
        assertThat(text()).doesNotContain("Visite manquée le");
    }

    @Test
    void the_visit_opens_the_first_form_and_lists_what_else_is_asked() {
        UI.getCurrentOrThrow().navigate(DetoxRoutes.visit(here.centre(), person));
        roundTrip();
        assertThat(text()).contains("Rémi Castellane", "CIWA-Ar", "NEWS2", "Retour à la liste");
        assertThat(getCurrentView()).isInstanceOf(VisitView.class);
    }

    @Test
    void words_are_there_in_each_language() {
        score(9);
        for (var locale : new Locale[] {Locale.ENGLISH, Locale.of("sv")}) {
            UI.getCurrentOrThrow().setLocale(locale);
            assertThat(open()).doesNotContain("detox.", "{0}");
        }
    }

    // While the list is closed: it would draw itself again in the name of nobody
    private void score(int total) {
        UI.getCurrentOrThrow().navigate("people/nobody");
        visiting.score(here, person, total);
        SignedIn.as(here.member(Role.NURSE));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<EmergencyMeans> means() {
        return (RadioButtonGroup<EmergencyMeans>)
                find(RadioButtonGroup.class).withCaption("Comment").single();
    }

    private String open() {
        UI.getCurrentOrThrow().navigate("ward");
        UI.getCurrentOrThrow().navigate(DetoxRoutes.withdrawals(here.centre()));
        roundTrip();
        return text();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }
}
