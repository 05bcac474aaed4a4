package org.relais.staff.ui;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.StaffId;
import org.relais.staff.RightsHolder;
import org.relais.staff.Role;
import org.relais.staff.StaffFiles;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffMember;
import org.relais.staff.StaffRoutes;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.DateField;
import org.relais.uikit.FilterChip;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an administrator enters a colleague and looks after what each may do. */
@RelaisTest
class StaffViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Centres centres;

    @Autowired
    StaffFiles files;

    Place here;
    Place elsewhere;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        SignedIn.as(here.member(Role.ADMINISTRATOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_list_is_found_by_name_user_name_and_centre_and_shows_those_who_left_when_asked() {
        openList("");
        assertThat(text()).contains("Collègues", "en poste", "Ajouter un collègue");
        filter(centre(here).name());
        assertThat(rows()).hasSize(Role.values().length);
        filter(here.member(Role.PSYCHOLOGIST).username());
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.member().id()).isEqualTo(psychologist()));
        filter("nobody of that name");
        assertThat(rows()).isEmpty();
        openList("text=" + here.member(Role.PSYCHOLOGIST).username());
        assertThat(rows()).hasSize(1);

        openColleague(psychologist());
        press("Noter le départ");
        answer("Noter le départ");
        assertThat(text()).contains("a quitté le service", "Rouvrir l’accès");
        assertThat(member(psychologist()).active()).isFalse();

        openList("text=" + here.member(Role.PSYCHOLOGIST).username());
        assertThat(rows()).isEmpty();
        test(find(FilterChip.class).single()).click();
        assertThat(rows()).hasSize(1);
        openColleague(psychologist());
        press("Rouvrir l’accès");
        answer("Rouvrir l’accès");
        assertThat(member(psychologist()).active()).isTrue();
    }

    @Test
    void a_colleague_is_entered_and_stands_on_the_list() {
        openList("text=nobody");
        press("Ajouter un collègue");
        var username = "new." + UUID.randomUUID().toString().substring(0, 8);
        type("Nom d’utilisateur", username);
        type("Prénom", "Zoé");
        type("Nom", "Ny");
        choose(Role.PSYCHOLOGIST);
        test(dialogCombo("Centre")).selectItem(centre(here).name());
        test(dialogUnit()).selectItem(unit(here).name());
        save("Ajouter");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(rows()).anySatisfy(row -> {
            assertThat(row.member().username()).isEqualTo(username);
            assertThat(row.member().role()).isEqualTo(Role.PSYCHOLOGIST);
            assertThat(row.member().units()).containsExactly(here.ward());
        });
    }

    @Test
    void what_is_refused_stands_at_its_field_and_nothing_typed_is_lost() {
        openList("");
        press("Ajouter un collègue");
        save("Ajouter");
        assertThat(find(Dialog.class).exists()).isTrue();
        type("Nom d’utilisateur", here.member(Role.NURSE).username());
        type("Prénom", "Zoé");
        type("Nom", "Ny");
        choose(Role.NURSE);
        save("Ajouter");
        assertThat(dialogCombo("Centre").getErrorMessage()).isEqualTo("Remplissez ce champ.");
        test(dialogCombo("Centre")).selectItem(centre(here).name());
        save("Ajouter");
        var username = dialogField("Nom d’utilisateur");
        assertThat(username.isInvalid()).isTrue();
        assertThat(username.getErrorMessage()).contains("déjà celui d’un collègue");
        assertThat(dialogField("Prénom").getValue()).isEqualTo("Zoé");
        assertThat(dialogCombo("Centre").getValue()).isEqualTo(centre(here));
    }

    @Test
    void names_and_role_are_changed_and_the_page_says_what_follows() {
        openColleague(nurse());
        assertThat(text()).contains(here.member(Role.NURSE).username(), "Il doit être le même dans Keycloak");
        pressNamed("Modifier le nom");
        type("Prénom", "Ines");
        type("Nom", "");
        save("Enregistrer");
        assertThat(dialogField("Nom").getErrorMessage()).isEqualTo("Remplissez ce champ.");
        type("Nom", "Renaud");
        save("Enregistrer");
        assertThat(text()).contains("Ines Renaud");

        pressNamed("Modifier le rôle");
        assertThat(dialog().getElement().getTextRecursively())
                .contains("Les droits changent tout de suite", "Keycloak");
        choose(Role.PHYSICIAN);
        save("Enregistrer");
        assertThat(member(nurse()).role()).isEqualTo(Role.PHYSICIAN);
    }

    @Test
    void an_administrator_keeps_their_own_rights() {
        var own = here.member(Role.ADMINISTRATOR).id();
        openColleague(own);
        press("Noter le départ");
        answer("Noter le départ");
        assertThat(notices()).anyMatch(notice -> notice.contains("vos propres droits"));
        pressNamed("Modifier le rôle");
        choose(Role.NURSE);
        save("Enregistrer");
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(member(own).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(member(own).active()).isTrue();
    }

    @Test
    void a_place_is_added_and_taken_away() {
        openColleague(nurse());
        press("Affecter");
        save("Affecter");
        assertThat(dialogCombo("Centre").getErrorMessage()).isEqualTo("Remplissez ce champ.");
        test(dialogCombo("Centre")).selectItem(centre(elsewhere).name());
        test(dialogUnit()).selectItem(unit(elsewhere).name());
        save("Affecter");
        var place = centre(elsewhere).name() + ", " + unit(elsewhere).name();
        assertThat(text()).contains(place);
        assertThat(member(nurse()).units()).containsExactly(elsewhere.ward());

        pressNamed("Retirer " + place);
        answer("Retirer");
        assertThat(text()).doesNotContain(place);
        assertThat(member(nurse()).centres()).containsExactly(here.centre());
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_function_is_given_with_its_days_and_ended() {
        openColleague(nurse());
        press("Confier une mission");
        assertThat(dialogCombo("Centre").getValue()).isEqualTo(centre(here));
        var from = find(DateField.class, dialog()).all().getFirst();
        assertThat(from.getValue()).isNotNull();
        save("Confier la mission");
        var function =
                (Select<StaffFunction>) find(Select.class, dialog()).all().getFirst();
        assertThat(function.getErrorMessage()).isEqualTo("Remplissez ce champ.");
        function.setValue(StaffFunction.CHARGE_NURSE);
        var until = find(DateField.class, dialog()).all().getLast();
        until.setValue(from.getValue().minusDays(1));
        save("Confier la mission");
        assertThat(until.getErrorMessage()).contains("avant le premier");
        until.setValue(from.getValue().plusDays(20));
        save("Confier la mission");
        assertThat(text()).contains("Infirmier·ère responsable, " + centre(here).name(), "du ");

        pressNamed("Terminer Infirmier·ère responsable " + centre(here).name());
        var last = find(DateField.class, dialog()).single();
        last.setValue(from.getValue().minusDays(1));
        save("Terminer");
        assertThat(text()).contains("Aucune mission");
    }

    @Test
    void of_an_address_only_that_one_is_kept_is_shown() {
        openColleague(nurse());
        assertThat(text()).contains("Aucune empreinte n’est gardée");
        press("Saisir l’adresse");
        save("Enregistrer");
        assertThat(dialogField("Adresse").isInvalid()).isTrue();
        type("Adresse", "12, rue des Lilas");
        save("Enregistrer");
        assertThat(text()).contains("Une empreinte de l’adresse est gardée").doesNotContain("Lilas");
        press("Oublier l’adresse");
        answer("Oublier l’adresse");
        assertThat(text()).contains("Aucune empreinte n’est gardée");
    }

    @Test
    void a_page_that_is_nobodys_is_not_there_and_nobody_else_opens_one() {
        UI.getCurrentOrThrow().navigate(StaffRoutes.colleague(StaffId.create()));
        assertThat(find(ColleagueView.class).exists()).isFalse();
        UI.getCurrentOrThrow().navigate(StaffRoutes.LIST + "/nobody");
        assertThat(find(ColleagueView.class).exists()).isFalse();
        SignedIn.as(here.member(Role.COORDINATOR));
        UI.getCurrentOrThrow().navigate(StaffRoutes.LIST);
        assertThat(find(StaffListView.class).exists()).isFalse();
        UI.getCurrentOrThrow().navigate(StaffRoutes.colleague(nurse()));
        assertThat(find(ColleagueView.class).exists()).isFalse();
    }

    private StaffId psychologist() {
        return here.member(Role.PSYCHOLOGIST).id();
    }

    private StaffId nurse() {
        return here.member(Role.NURSE).id();
    }

    private StaffMember member(StaffId id) {
        return here.as(Role.ADMINISTRATOR, () -> files.file(id)).member();
    }

    private Centre centre(Place place) {
        return centres.centre(place.centre());
    }

    private Unit unit(Place place) {
        return centres.unit(place.ward()).orElseThrow();
    }

    private void openList(String query) {
        UI.getCurrentOrThrow().navigate(StaffRoutes.LIST, QueryParameters.fromString(query));
    }

    private void openColleague(StaffId id) {
        UI.getCurrentOrThrow().navigate(StaffRoutes.colleague(id));
    }

    private void filter(String typed) {
        test(find(TextField.class, find(StaffListView.class).single()).single()).setValue(typed);
    }

    @SuppressWarnings("unchecked")
    private List<RightsHolder> rows() {
        var grid = (Grid<RightsHolder>) find(Grid.class).single();
        return grid.getListDataView().getItems().toList();
    }

    private void press(String words) {
        test(find(Button.class, find(Main.class).single()).withText(words).all().getFirst())
                .click();
    }

    private void pressNamed(String label) {
        test(find(Button.class, find(Main.class).single()).all().stream()
                        .filter(button ->
                                button.getAriaLabel().filter(label::equals).isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void answer(String verb) {
        test(find(Button.class, find(ConfirmQuestion.class).single())
                        .withText(verb)
                        .single())
                .click();
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }

    private void save(String verb) {
        test(find(Button.class, dialog()).withText(verb).single()).click();
    }

    private TextField dialogField(String label) {
        return find(TextField.class, dialog()).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Centre> dialogCombo(String label) {
        return (ComboBox<Centre>) find(ComboBox.class, dialog()).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<Unit> dialogUnit() {
        return (Select<Unit>) find(Select.class, dialog()).all().getLast();
    }

    @SuppressWarnings("unchecked")
    private void choose(Role role) {
        var field = (Select<Role>) find(Select.class, dialog()).all().getFirst();
        field.setValue(role);
    }

    private void type(String label, String value) {
        test(dialogField(label)).setValue(value);
    }

    private List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> notice.getElement().getTextRecursively())
                .toList();
    }

    private String text() {
        return ((Component) find(Main.class).single()).getElement().getTextRecursively();
    }
}
