package org.relais.ultrarapid.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.shared.UltraRapidPermissionId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.DateField;
import org.relais.ultrarapid.PermittedCentre;
import org.relais.ultrarapid.UltraRapidPermissions;
import org.relais.ultrarapid.UltraRapidRoutes;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: a centre is permitted by two, and a checklist is signed; before that nothing of it shows. */
@RelaisTest
@TestPropertySource(properties = "relais.ultra-rapid-detox.enabled=true")
@Import(PermittedCentre.class)
class UltraRapidViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    PermittedCentre permitted;

    @Autowired
    UltraRapidPermissions permissions;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    Place here;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        permitted.direct(here);
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))));
        SignedIn.as(here.member(Role.PHYSICIAN));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_record_has_no_such_page_before_both_signed() {
        assertThat(shown()).isFalse();
        var id = permit();
        assertThat(shown()).isFalse();
        permitted.confirm(here, id);
        assertThat(shown()).isTrue();
    }

    @Test
    void points_are_signed_one_by_one_and_no_button_begins_while_one_is_open() {
        permitted.confirm(here, permit());
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person, UltraRapidRoutes.SECTION));
        assertThat(button("Commencer")).isEmpty();
        for (var left = button("Signer").size(); left > 0; left--) {
            assertThat(button("Commencer")).isEmpty();
            test(button("Signer").getFirst()).click();
        }
        assertThat(button("Signer")).isEmpty();
        test(button("Commencer").getFirst()).click();
        test(button("Commencer").getLast()).click();
        assertThat(button("Signer")).hasSize(24);
    }

    @Test
    void the_medical_director_signs_on_the_page_and_a_day_too_far_is_refused_at_its_field() {
        UI.getCurrentOrThrow().navigate(UltraRapidRoutes.PERMISSIONS);
        test(button("Signer une autorisation").getFirst()).click();
        $(TextArea.class).withCaption("Base légale").single().setValue("Décret 12");
        var until = $(DateField.class).single();
        until.setValue(LocalDate.now(ZoneOffset.UTC).plusYears(2));
        test(button("Signer comme direction médicale").getFirst()).click();
        assertThat(until.isInvalid()).isTrue();
        assertThat(until.getErrorMessage()).contains("12 mois");
        until.setValue(LocalDate.now(ZoneOffset.UTC).plusMonths(6));
        test(button("Signer comme direction médicale").getFirst()).click();
        assertThat(here.as(Role.PHYSICIAN, permissions::all))
                .singleElement()
                .satisfies(one -> assertThat(one.legalBasis()).isEqualTo("Décret 12"));
        assertThat(button("Signer comme anesthésiste")).hasSize(1);
    }

    private UltraRapidPermissionId permit() {
        var id = UltraRapidPermissionId.create();
        here.as(Role.PHYSICIAN, () -> {
            permissions.sign(new org.relais.ultrarapid.PermitUltraRapid(
                    id,
                    here.centre(),
                    "Décret 12",
                    LocalDate.now(ZoneOffset.UTC).plusDays(30)));
            return id;
        });
        return id;
    }

    private boolean shown() {
        UI.getCurrentOrThrow().navigate("people");
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person, UltraRapidRoutes.SECTION));
        return $(ChecklistPanel.class).exists();
    }

    private java.util.List<Button> button(String text) {
        return $(Button.class).all().stream()
                .filter(one -> one.getText().equals(text))
                .toList();
    }
}
