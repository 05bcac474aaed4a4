package org.relais.oversight.ui;

import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.episode.People;
import org.relais.oversight.OversightRoutes;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an auditor looks who opened what, narrows it to one record, and is written down as reading. */
@RelaisTest
@Import(People.class)
class AccessLogViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    Place here;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        person = people.registeredAt(here, "Orion-83");
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        SignedIn.as(here.member(Role.AUDITOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_log_is_shown_newest_first_without_a_name() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.LOG);
        assertThat(find(H1.class).single().getText()).isEqualTo("Journal d’accès");
        var rows = find(LogGrid.class).single().getListDataView().getItems().toList();
        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .isSortedAccordingTo((one, other) ->
                        other.access().occurredAt().compareTo(one.access().occurredAt()));
        assertThat(rows).anySatisfy(row -> assertThat(row.access().person()).isEqualTo(person));
        assertThat(text())
                .contains("Sans contenu clinique", "elle-même enregistrée")
                .doesNotContain("Orion-83");
    }

    private String text() {
        return ((Component) find(Main.class).single()).getElement().getTextRecursively();
    }
}
