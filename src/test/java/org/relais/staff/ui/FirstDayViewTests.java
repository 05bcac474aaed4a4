package org.relais.staff.ui;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

import org.relais.centre.CentreKind;
import org.relais.centre.Centres;
import org.relais.shared.CommandLineTask;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffRoutes;
import org.relais.support.House.Member;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.EmptyState;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: the first administrator signs in to a portal in which there is nothing, and opens the first centre. */
@RelaisTest
// A portal of its own, in which no other test opened anything
@TestPropertySource(properties = "relais.test.first-day=true")
class FirstDayViewTests extends SpringBrowserlessTest {

    @Autowired
    ObjectProvider<CommandLineTask> tasks;

    @Autowired
    Centres centres;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        tasks.stream()
                .filter(task -> task.name().equals("administrator"))
                .forEach(task -> task.run(
                        List.of("c.moreau", "Claire", "Moreau"), new PrintStream(PrintStream.nullOutputStream())));
        SignedIn.as(new Member(StaffId.create(), "c.moreau", Role.ADMINISTRATOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void from_the_start_page_to_the_first_centre() {
        UI.getCurrentOrThrow().navigate("");
        assertThat(find(Anchor.class).withText("Centres et équipes").all()).isNotEmpty();
        UI.getCurrentOrThrow().navigate(StaffRoutes.TEAMS);
        var empty = find(EmptyState.class).single();
        assertThat(empty.getElement().getTextRecursively()).contains("Aucun centre", "Le portail est vide");
        assertThat(find(Paragraph.class).withText("Aucun centre, 1 collègue").exists())
                .isTrue();
        assertThat(find(Button.class).withText("Ouvrir un centre").exists()).isFalse();
        test(find(Button.class, empty).withText("Ouvrir le premier centre").single())
                .click();
        var dialog = find(OpenCentreDialog.class).single();
        test(find(TextField.class, dialog).withLabel("Nom").single()).setValue("Les Ormes");
        test(find(TextField.class, dialog).withLabel("Code").single()).setValue("ORM");
        chooseKind();
        test(find(Button.class, dialog).withText("Ouvrir le centre").single()).click();
        assertThat(centres.all()).singleElement().satisfies(centre -> {
            assertThat(centre.code()).isEqualTo("ORM");
            assertThat(centre.serviceDay().zone()).hasToString("Europe/Paris");
            assertThat(centre.countryProfile()).isEqualTo("FR");
        });
        assertThat(find(EmptyState.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Ouvrir un centre").exists()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private void chooseKind() {
        ((Select<CentreKind>) find(Select.class)
                        .withLabel("Ce que le centre propose surtout")
                        .single())
                .setValue(CentreKind.RESIDENTIAL);
    }
}
