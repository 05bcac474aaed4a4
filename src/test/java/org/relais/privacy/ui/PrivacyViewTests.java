package org.relais.privacy.ui;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessRequest;
import org.relais.access.AccessRequests;
import org.relais.access.AccessRoutes;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.episode.People;
import org.relais.person.PersonRoutes;
import org.relais.privacy.ui.PrivacyWords.Colleague;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Use cases: a person decides who receives what and closes a part; a colleague elsewhere asks to take part. */
@RelaisTest
@Import({MovableClock.class, People.class})
class PrivacyViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    AccessRequests requests;

    @Autowired
    Centres centres;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here, "Rémi C.");
        SignedIn.as(here.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_consent_to_one_centre_is_recorded_with_what_it_shares_and_withdrawn_after_one_question() {
        openSection();
        press("Ajouter un consentement");
        assertThat(text($(Dialog.class).single())).contains("Les notes de processus", "secret professionnel");
        this.<Object>select("Qui reçoit")
                .setValue(select("Qui reçoit").getListDataView().getItem(1));
        inDialog("Enregistrer le consentement");
        // Which centre was not said: the dialog stays and says so at its field
        Select<Centre> centre = select("Centre");
        assertThat(centre.isInvalid()).isTrue();
        centre.setValue(centres.centre(elsewhere.centre()));
        inDialog("Enregistrer le consentement");
        assertThat($(CheckboxGroup.class).single().isInvalid()).isTrue();
        sections().setValue(Set.of(Section.MEDICAL));
        inDialog("Enregistrer le consentement");

        assertThat(text(page())).contains("Centre " + code(elsewhere.centre()), "Médical et sevrage", "En vigueur");
        assertThat(consents.of(access.grant(person, Section.RECORD)))
                .singleElement()
                .satisfies(consent -> assertThat(consent.sections()).containsExactly(Section.MEDICAL));
        press("Retirer");
        inDialog("Retirer");
        assertThat(text(page())).contains("Retiré le").doesNotContain("En vigueur");
    }

    @Test
    void all_centres_receive_everything_unless_something_is_taken_off() {
        openSection();
        press("Ajouter un consentement");
        assertThat(sections().getValue()).isEqualTo(SharingConsents.everything());
        inDialog("Enregistrer le consentement");
        assertThat(text(page())).contains("Tous les centres", "toutes les rubriques");
    }

    @Test
    void a_lock_says_who_still_reads_and_what_stays_and_is_lifted() {
        openSection();
        press("Poser un verrou");
        assertThat(text($(Dialog.class).single())).contains("Les allergies et les médicaments dangereux restent");
        Select<Section> section = select("Rubrique");
        section.setValue(Section.SOCIAL);
        inDialog("Poser le verrou");
        assertThat(text(page())).contains("Social", "Verrouillé", "Les autres voient qu’une information existe");
        assertThat(access.grant(person, Section.SOCIAL).locked(Section.SOCIAL)).isTrue();
        press("Lever");
        inDialog("Lever");
        assertThat(access.grant(person, Section.SOCIAL).locked(Section.SOCIAL)).isFalse();
    }

    @Test
    void the_key_worker_is_one_of_the_centre() {
        openSection();
        press("Nommer");
        var field = $(ColleagueField.class).single();
        assertThat(field.getListDataView().getItems())
                .allSatisfy(
                        one -> assertThat(one.centres()).extracting(Centre::id).contains(here.centre()));
        field.setValue(colleague(field, here, Role.SOCIAL_WORKER));
        inDialog("Nommer");
        assertThat(text(page())).contains("travailleur", "depuis le");
    }

    @Test
    void a_reader_without_the_right_to_write_sees_the_state_only() {
        SignedIn.as(here.member(Role.DISPENSING_NURSE));
        openSection();
        assertThat(text(page())).contains("Consentements au partage", "Verrous");
        assertThat($(Button.class).from(page()).exists()).isFalse();
        assertThat(text(page())).doesNotContain("Protection");
    }

    @Test
    void only_the_coordination_gives_access_and_protects() {
        openSection();
        assertThat($(Button.class).from(page()).withText("Donner un accès").exists())
                .isFalse();
        SignedIn.as(here.member(Role.COORDINATOR));
        openSection();
        press("Donner un accès");
        var field = $(ColleagueField.class).single();
        field.setValue(colleague(field, elsewhere, Role.PHYSICIAN));
        inDialog("Donner l’accès");
        var reason = $(TextField.class).withLabel("Raison").single();
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Avis demandé");
        inDialog("Donner l’accès");
        assertThat(text(page())).contains("Avis demandé");
        assertThat(elsewhere.as(
                        Role.PHYSICIAN,
                        () -> access.grant(person, Section.RECORD).people()))
                .contains(person);
        press("Terminer");
        inDialog("Terminer");
        assertThat(text(page())).doesNotContain("Avis demandé");

        press("Protéger…");
        assertThat(text($(Dialog.class).single())).contains("elle n’existe dans aucune liste");
        $(TextField.class).withLabel("Raison").single().setValue("Menaces");
        inDialog("Protéger");
        assertThat(text(page())).contains("Personne protégée", "Menaces");
        SignedIn.as(here.member(Role.NURSE));
        visit(PersonRoutes.record(person, "privacy"));
        assertThat($(PrivacyPage.class).exists()).isFalse();
        assertThat($(H1.class).single().getText()).isEqualTo("Aucune page à montrer ici");
    }

    @Test
    void a_colleague_elsewhere_asks_and_a_coordinator_accepts() {
        SignedIn.as(elsewhere.member(Role.PHYSICIAN));
        visit(AccessRoutes.ask(person, here.centre()));
        press("Envoyer la demande");
        var reason = $(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("S’est présenté hier chez nous");
        press("Envoyer la demande");
        assertThat(text($(AccessRequestsView.class).single()))
                .contains("En attente", "S’est présenté hier")
                .doesNotContain("Rémi");

        SignedIn.as(here.member(Role.COORDINATOR));
        assertThat(requests.waitingCount()).isEqualTo(1);
        visit(AccessRoutes.REQUESTS);
        assertThat(text($(AccessRequestsView.class).single())).contains("Rémi C.", "S’est présenté hier");
        press("Accepter");
        inDialog("Accepter");
        assertThat(requests.waitingCount()).isZero();

        SignedIn.as(elsewhere.member(Role.PHYSICIAN));
        visit(AccessRoutes.REQUESTS);
        assertThat($(Anchor.class).withText("Ouvrir le dossier").exists()).isTrue();
        assertThat(access.grant(person, Section.RECORD).people()).contains(person);
    }

    @Test
    void a_coordinator_refuses_with_a_reason_that_the_asker_reads() {
        asked(elsewhere, Role.NURSE);
        SignedIn.as(here.member(Role.COORDINATOR));
        visit(AccessRoutes.REQUESTS);
        press("Refuser");
        inDialog("Refuser");
        var answer = $(TextArea.class).single();
        assertThat(answer.isInvalid()).isTrue();
        answer.setValue("La personne ne le souhaite pas");
        inDialog("Refuser");
        SignedIn.as(elsewhere.member(Role.NURSE));
        visit(AccessRoutes.REQUESTS);
        assertThat(text($(AccessRequestsView.class).single())).contains("Refusée", "ne le souhaite pas");
        assertThat(requests.mine(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null)))
                .extracting(AccessRequest::state)
                .containsExactly(AccessRequest.State.REFUSED);
    }

    @Test
    void the_page_of_a_closed_record_offers_to_ask_and_nobody_gets_the_same_answer() {
        SignedIn.as(elsewhere.member(Role.NURSE));
        for (var one : new PersonId[] {person, PersonId.create()}) {
            visit(PersonRoutes.record(one));
            assertThat($(Anchor.class).withText("Demander l’accès").single().getHref())
                    .isEqualTo(AccessRoutes.ask(one));
        }
        visit(AccessRoutes.ask(PersonId.create(), here.centre()));
        $(TextArea.class).single().setValue("Une raison");
        press("Envoyer la demande");
        assertThat($(Span.class).withTextContaining("Rien n’a été envoyé").exists())
                .isTrue();
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Une raison");
    }

    private void asked(Place place, Role role) {
        SignedIn.as(place.member(role));
        visit(AccessRoutes.ask(person, here.centre()));
        $(TextArea.class).single().setValue("Une raison");
        press("Envoyer la demande");
    }

    private void openSection() {
        visit(PersonRoutes.record(person, "privacy"));
        assertThat($(PrivacyPage.class).exists()).isTrue();
    }

    private PrivacyPage page() {
        return $(PrivacyPage.class).single();
    }

    // Each visit is drawn anew
    private static void visit(String path) {
        UI.getCurrentOrThrow().navigate("");
        UI.getCurrentOrThrow().navigate(path);
    }

    private void press(String verb) {
        test($view(Button.class).withText(verb).first()).click();
    }

    private void inDialog(String verb) {
        var dialog = $(Dialog.class).last();
        test($(Button.class).from(dialog).withText(verb).last()).click();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Section> sections() {
        return $(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return $(Select.class).withLabel(label).single();
    }

    private static Colleague colleague(ColleagueField field, Place place, Role role) {
        return field.getListDataView()
                .getItems()
                .filter(one -> one.card().id().equals(place.member(role).id()))
                .findFirst()
                .orElseThrow();
    }

    private String code(CentreId id) {
        return centres.centre(id).code();
    }

    private static String text(Component component) {
        var own = component.getElement().getTextRecursively();
        return own + component.getChildren().map(PrivacyViewTests::text).collect(Collectors.joining(" "));
    }
}
