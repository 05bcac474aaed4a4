package org.relais.staff.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.centre.UnitKind;
import org.relais.shared.CentreId;
import org.relais.staff.Role;
import org.relais.staff.StaffRoutes;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.FormDialog;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an administrator opens a centre, its units and its beds; everybody else only looks. */
@RelaisTest
class TeamsViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Centres centres;

    @Autowired
    CentreSetup setup;

    Place here;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        SignedIn.as(here.member(Role.ADMINISTRATOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_centre_a_unit_and_a_room_are_opened_one_after_the_other() {
        var code = "V-" + UUID.randomUUID().toString().substring(0, 8);
        open();
        press("Ouvrir un centre", null);
        type("Nom", "Les Ormes " + code);
        type("Code", code);
        kind().setValue(CentreKind.INPATIENT_DETOX);
        zone().setValue(ZoneId.of("Europe/Stockholm"));
        find(TimePicker.class).single().setValue(LocalTime.of(6, 0));
        country().setValue("SE");
        type("Téléphone (facultatif)", "4410");
        save("Ouvrir le centre");
        assertThat(find(OpenCentreDialog.class).exists()).isFalse();
        var centre = byCode(code);
        assertThat(centre.name()).isEqualTo("Les Ormes " + code);
        assertThat(centre.serviceDay().zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
        assertThat(centre.serviceDay().cutOff()).isEqualTo(LocalTime.of(6, 0));
        assertThat(centre.countryProfile()).isEqualTo("SE");
        assertThat(centre.telephone()).isEqualTo("4410");
        assertThat(panel(centre.name())).contains("Aucune unité", "code " + code, "Suède", "Europe/Stockholm");

        press("Ajouter une unité", centre.name());
        type("Nom de l’unité", "Sevrage " + code);
        unitKind().setValue(UnitKind.WARD);
        save("Ajouter l’unité");
        assertThat(panel(centre.name())).contains("Sevrage " + code, "Service d’hospitalisation", "sans lit");

        press("Ajouter une chambre", "Sevrage " + code);
        type("Chambre", "301");
        type("Lits", "A, B,");
        save("Ajouter la chambre");
        assertThat(byCode(code).units())
                .singleElement()
                .satisfies(
                        unit -> assertThat(unit.beds()).extracting(Bed::label).containsExactly("301A", "301B"));
        assertThat(panel(centre.name())).contains("2 lits", "Chambres : 301");
    }

    @Test
    void a_meeting_room_and_a_closed_day_are_entered_and_the_day_opened_again() {
        open();
        press("Ajouter une salle", centre().name());
        type("Salle", "Bureau 4");
        save("Ajouter la salle");
        assertThat(panel(centre().name())).contains("Bureau 4");
        press("Ajouter une salle", centre().name());
        type("Salle", "Bureau 4");
        save("Ajouter la salle");
        assertThat(field("Salle").getErrorMessage()).isEqualTo("Ce centre a déjà une salle de ce nom.");
        find(FormDialog.class).single().close();
        press("Ajouter un jour", centre().name());
        find(DatePicker.class, find(FormDialog.class).single()).single().setValue(LocalDate.of(2030, 5, 2));
        type("Motif", "Formation de l’équipe");
        save("Fermer ce jour");
        assertThat(panel(centre().name())).contains("02.05.2030", "Formation de l’équipe");
        press("Rouvrir", "02.05.2030");
        assertThat(panel(centre().name())).doesNotContain("02.05.2030");
    }

    @Test
    void what_is_refused_stands_at_its_field_and_what_was_typed_stays() {
        var taken = centre().code();
        open();
        press("Ouvrir un centre", null);
        save("Ouvrir le centre");
        assertThat(field("Nom").getErrorMessage()).isEqualTo("Remplissez ce champ.");
        type("Nom", "Les Ormes");
        type("Code", taken);
        save("Ouvrir le centre");
        assertThat(kind().isInvalid()).isTrue();
        kind().setValue(CentreKind.OUTPATIENT);
        save("Ouvrir le centre");
        assertThat(kind().isInvalid()).isFalse();
        assertThat(field("Code").isInvalid()).isTrue();
        assertThat(field("Code").getErrorMessage()).isEqualTo("Un autre centre porte déjà ce code.");
        assertThat(field("Nom").getValue()).isEqualTo("Les Ormes");
        type("Code", "a b");
        save("Ouvrir le centre");
        assertThat(field("Code").getErrorMessage()).contains("lettres sans accent");
        zone().clear();
        find(TimePicker.class).single().clear();
        save("Ouvrir le centre");
        assertThat(zone().getErrorMessage()).isEqualTo("Remplissez ce champ.");
        zone().setValue(ZoneId.of("Europe/Paris"));
        save("Ouvrir le centre");
        assertThat(find(TimePicker.class).single().isInvalid()).isTrue();
    }

    @Test
    void a_second_room_of_that_name_is_refused_and_a_unit_without_beds_offers_none() {
        open();
        var ward = unit(UnitKind.WARD);
        press("Ajouter une chambre", ward.name());
        type("Chambre", "301");
        save("Ajouter la chambre");
        assertThat(field("Lits").getErrorMessage()).isEqualTo("Remplissez ce champ.");
        type("Lits", "C");
        save("Ajouter la chambre");
        assertThat(field("Chambre").getErrorMessage()).isEqualTo("Cette unité a déjà une chambre de ce nom.");
        test(find(Button.class, find(FormDialog.class).single())
                        .withText("Annuler")
                        .single())
                .click();
        var team = unit(UnitKind.OUTPATIENT_TEAM);
        assertThat(button("Ajouter une chambre", team.name()).exists()).isFalse();
        assertThat(button("Renommer", team.name()).exists()).isTrue();
    }

    @Test
    void a_centre_and_a_unit_are_renamed_unless_somebody_did_meanwhile() {
        open();
        var centre = centre();
        press("Modifier", centre.name());
        type("Nom", "Renamed " + centre.code());
        save("Enregistrer");
        assertThat(centre().name()).isEqualTo("Renamed " + centre.code());
        var ward = unit(UnitKind.WARD);
        press("Renommer", ward.name());
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            setup.renameUnit(ward, "By somebody else");
            return true;
        });
        type("Nom de l’unité", "Mine");
        save("Enregistrer");
        assertThat(find(RenameUnitDialog.class).exists()).isTrue();
        assertThat(field("Nom de l’unité").getValue()).isEqualTo("Mine");
        assertThat(unit(UnitKind.WARD).name()).isEqualTo("By somebody else");
    }

    @Test
    void a_double_click_opens_one_dialog() {
        open();
        var open = button("Ouvrir un centre", null).single();
        ComponentUtil.fireEvent(open, new ClickEvent<>(open));
        ComponentUtil.fireEvent(open, new ClickEvent<>(open));
        assertThat(find(OpenCentreDialog.class).all()).hasSize(1);
    }

    @Test
    void a_coordinator_looks_and_changes_nothing() {
        SignedIn.as(here.member(Role.COORDINATOR));
        open();
        assertThat(panel(centre().name())).contains("Ward " + centre().code(), "2 lits");
        assertThat(find(Button.class, find(TeamsView.class).single()).all()).noneMatch(Component::isVisible);
    }

    private void open() {
        UI.getCurrentOrThrow().navigate(StaffRoutes.TEAMS);
    }

    private ComponentQuery<Button> button(String text, @Nullable String about) {
        var named = find(Button.class, find(TeamsView.class).single()).withText(text);
        return about == null
                ? named
                : named.withCondition(one -> one.getAriaLabel().orElse("").equals(text + " " + about));
    }

    private void press(String text, @Nullable String about) {
        test(button(text, about).single()).click();
    }

    private void save(String verb) {
        test(find(Button.class, find(FormDialog.class).single()).withText(verb).single())
                .click();
    }

    private TextField field(String label) {
        return find(TextField.class, find(FormDialog.class).single())
                .withLabel(label)
                .single();
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    @SuppressWarnings("unchecked")
    private Select<CentreKind> kind() {
        return find(Select.class).withLabel("Ce que le centre propose surtout").single();
    }

    @SuppressWarnings("unchecked")
    private Select<String> country() {
        return find(Select.class).withLabel("Règles du pays").single();
    }

    @SuppressWarnings("unchecked")
    private Select<UnitKind> unitKind() {
        return find(Select.class).withLabel("Type d’unité").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ZoneId> zone() {
        return find(ComboBox.class).withLabel("Fuseau horaire").single();
    }

    private String panel(String name) {
        return find(CentrePanel.class).all().stream()
                .filter(panel -> panel.getAriaLabel().orElse("").equals(name))
                .map(panel -> panel.getElement().getTextRecursively())
                .findFirst()
                .orElseThrow();
    }

    private Centre centre() {
        return byId(here.centre());
    }

    private Unit unit(UnitKind kind) {
        return centre().units().stream()
                .filter(unit -> unit.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Centre byId(CentreId id) {
        return centres.centre(id);
    }

    private Centre byCode(String code) {
        return centres.all().stream()
                .filter(centre -> centre.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
