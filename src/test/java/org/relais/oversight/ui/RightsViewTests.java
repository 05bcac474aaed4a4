package org.relais.oversight.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.oversight.HeldRights;
import org.relais.oversight.OversightRoutes;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.ConfirmQuestion;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an auditor goes through who holds which rights and signs that it was looked at. */
@RelaisTest
class RightsViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    StaffSetup staff;

    Place here;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        SignedIn.as(here.member(Role.AUDITOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everybody_is_listed_with_role_places_and_last_use_and_narrowed_in_the_address() {
        open("centre=" + here.centre());
        assertThat(rows()).hasSize(Role.values().length);
        assertThat(text())
                .contains("Revue des droits", "sans usage depuis 60 jours", "Cette règle n’est pas encore approuvée");
        open("centre=" + here.centre() + "&role=nurse");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.holder().member().id())
                        .isEqualTo(here.member(Role.NURSE).id()));
        open("centre=" + here.centre() + "&accounts=dormant");
        assertThat(rows())
                .extracting(row -> row.holder().member().role())
                .contains(Role.NURSE)
                .doesNotContain(Role.AUDITOR);
        test(find(TextField.class).single()).setValue("nobody of that name");
        assertThat(rows()).isEmpty();
        assertThat(UI.getCurrentOrThrow().getActiveViewLocation().getPathWithQueryParameters())
                .contains("name=nobody", "accounts=dormant");
    }

    @Test
    void a_review_is_signed_and_a_change_behind_the_page_is_not() {
        open("");
        sign();
        assertThat(text()).contains("Rien n’a changé depuis la dernière revue", "Revue signée le");
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.changeRole(here.member(Role.NURSE).id(), Role.PHYSICIAN);
            return true;
        });
        sign();
        assertThat(text()).contains("Des droits ont changé depuis la dernière revue");
        open("");
        sign();
        assertThat(text()).contains("Rien n’a changé depuis la dernière revue", "Revues précédentes");
    }

    private void sign() {
        test(find(Button.class, find(RightsView.class).single())
                        .withText("Signer la revue")
                        .single())
                .click();
        test(find(Button.class, find(ConfirmQuestion.class).single())
                        .withText("Signer la revue")
                        .single())
                .click();
    }

    private void open(String query) {
        UI.getCurrentOrThrow().navigate(OversightRoutes.RIGHTS, QueryParameters.fromString(query));
    }

    private List<HeldRights> rows() {
        return find(RightsGrid.class).single().getListDataView().getItems().toList();
    }

    private String text() {
        return ((Component) find(Main.class).single()).getElement().getTextRecursively();
    }
}
