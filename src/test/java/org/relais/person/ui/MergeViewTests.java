package org.relais.person.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.person.Identity;
import org.relais.person.PersonMerges;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.support.UseCase;

import static org.assertj.core.api.Assertions.assertThat;

/** Use cases: a coordinator merges two records of one person, and parts them again. */
@RelaisTest
class MergeViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    PersonService people;

    @Autowired
    PersonMerges merges;

    @Autowired
    EpisodeService episodes;

    @Autowired
    SharingConsents consents;

    @Autowired
    AccessService access;

    Place here;
    PersonId surviving;
    PersonId absorbed;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        surviving = registered("Mireille", "Castelane");
        absorbed = registered("Mimi", "Ravenel");
        SignedIn.as(here.member(Role.COORDINATOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @UseCase(id = "PER-08")
    void a_coordinator_finds_the_other_record_compares_merges_and_parts_again() {
        here.as(
                Role.NURSE,
                () -> consents.give(
                        access.grant(surviving, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        GiveConsent.everywhere(null, "fr")));
        SignedIn.as(here.member(Role.COORDINATOR));
        identity(surviving);
        press("Fusionner avec…");
        $(TextField.class).single().setValue("Ravenel");
        var link = $view(Anchor.class).withText("Mimi Ravenel").single();
        navigate(
                MergeRecordsView.class,
                Map.of(
                        "personId",
                        surviving.toString(),
                        "otherId",
                        link.getHref().substring(link.getHref().lastIndexOf('/') + 1)));
        assertThat($(DescriptionList.class).all()).hasSize(2);
        var says = $(ListItem.class).all().stream().map(ListItem::getText).toList();
        assertThat(says).anyMatch(line -> line.contains("ne se partagent plus"));
        assertThat(says).anyMatch(line -> line.contains("Mimi Ravenel"));

        press("Fusionner les deux dossiers");
        assertThat($(TextArea.class).single().isInvalid()).isTrue();
        $(TextArea.class).single().setValue("Même carte d’assurée");
        press("Fusionner les deux dossiers");
        assertThat($(H1.class).single().getText()).isEqualTo("Mireille Castelane");
        assertThat($(H2.class).all().stream().map(H2::getText)).contains("Dossiers réunis dans celui-ci");

        press("Séparer");
        test($(Button.class, $(PartRecordsDialog.class).single())
                        .withText("Séparer")
                        .single())
                .click();
        assertThat($(PartRecordsDialog.class).single().isOpened()).isTrue();
        test($(TextField.class).withLabel("Pourquoi").single()).setValue("Deux sœurs");
        test($(Button.class, $(PartRecordsDialog.class).single())
                        .withText("Séparer")
                        .single())
                .click();
        assertThat($(H2.class).all().stream().map(H2::getText)).doesNotContain("Dossiers réunis dans celui-ci");
    }

    @Test
    @UseCase(id = "PER-08", scenario = "the address of the absorbed record")
    void the_address_of_the_absorbed_record_leads_to_the_surviving_one() {
        here.as(Role.COORDINATOR, () -> {
            merges.merge(
                    access.grant(surviving, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    access.grant(absorbed, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    "Same person");
            return null;
        });
        SignedIn.as(here.member(Role.NURSE));
        for (var page : List.of("", "/identity", "/episodes")) {
            UI.getCurrentOrThrow().navigate("people/" + absorbed + page);
            assertThat(UI.getCurrentOrThrow()
                            .getInternals()
                            .getActiveViewLocation()
                            .getPath())
                    .isEqualTo("people/" + surviving + page);
        }
    }

    @Test
    @UseCase(id = "PER-08", scenario = "both are in a bed")
    void two_stays_are_said_to_be_settled_first_and_nothing_can_be_merged() {
        here.as(Role.NURSE, () -> {
            for (var one : List.of(surviving, absorbed)) {
                episodes.admit(
                        access.grant(one, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), null, null));
            }
            return null;
        });
        SignedIn.as(here.member(Role.COORDINATOR));
        navigate(MergeRecordsView.class, Map.of("personId", surviving.toString(), "otherId", absorbed.toString()));
        assertThat($(com.vaadin.flow.component.html.Span.class)
                        .withTextContaining("personne n’occupe deux lits")
                        .exists())
                .isTrue();
        assertThat($view(Button.class).withText("Fusionner les deux dossiers").exists())
                .isFalse();
    }

    @Test
    @UseCase(id = "PER-08", scenario = "who may not merge is offered nothing")
    void a_nurse_is_offered_no_merge() {
        SignedIn.as(here.member(Role.NURSE));
        identity(surviving);
        assertThat($view(Button.class).withText("Fusionner avec…").exists()).isFalse();
    }

    private void identity(PersonId person) {
        navigate(IdentityView.class, Map.of("personId", person.toString()));
    }

    private PersonId registered(String given, String family) {
        return here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(here.centre(), here.ward(), Identity.named(given, family, null))));
    }

    private void press(String text) {
        test($view(Button.class).withText(text).single()).click();
    }
}
