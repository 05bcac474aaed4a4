package org.relais.episode.ui;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.People;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Use cases: follow one person from the waiting list to the discharge; see who waits, and who is in which bed. */
@RelaisTest
@Import({MovableClock.class, People.class})
class EpisodeViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

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
    void a_nurse_admits_into_a_free_bed_and_records_the_discharge() {
        open();
        assertThat($(H1.class).single().getText()).isEqualTo("Parcours de Rémi C.");
        press("Admettre");
        beds().setValue(bed(0));
        inDialog("Admettre");
        assertThat($(H3.class).single().getText()).contains("Ward");
        assertThat($(Paragraph.class).withTextContaining("Lit 301A, J1").exists())
                .isTrue();

        press("Enregistrer la sortie");
        select("Motif").setValue(EndReason.COMPLETED);
        inDialog("Enregistrer la sortie");
        // Where to was not said: the dialog stays and says so at its field
        assertThat(select("Destination").isInvalid()).isTrue();
        select("Destination").setValue(Destination.HOME);
        inDialog("Enregistrer la sortie");
        assertThat($(Paragraph.class)
                        .withTextContaining("destination : Chez elle")
                        .exists())
                .isTrue();
    }

    @Test
    void the_bed_was_taken_meanwhile_and_the_dialog_offers_another() {
        open();
        press("Admettre");
        var free = beds();
        var wanted = bed(0);
        free.setValue(wanted);
        var quicker = people.registeredAt(here, "Viktor L.");
        here.as(
                Role.PHYSICIAN,
                () -> episodes.admit(
                        access.grant(quicker, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), wanted.id(), null)));
        inDialog("Admettre");
        assertThat($(com.vaadin.flow.component.html.Span.class)
                        .withTextContaining("pris par Viktor L.")
                        .exists())
                .isTrue();
        assertThat(beds().getListDataView().getItems()).doesNotContain(wanted);
        beds().setValue(bed(1));
        inDialog("Admettre");
        assertThat($(Paragraph.class).withTextContaining("Lit 301B").exists()).isTrue();
    }

    @Test
    void a_peer_worker_reads_the_path_and_may_change_nothing() {
        admit();
        SignedIn.as(here.member(Role.PEER_WORKER));
        open();
        assertThat($(H3.class).exists()).isTrue();
        assertThat($view(Button.class).exists()).isFalse();
        assertThat($(Paragraph.class).withTextContaining("301A").exists()).isFalse();
    }

    @Test
    void the_path_of_a_person_one_does_not_follow_is_not_there() {
        SignedIn.as(elsewhere.member(Role.NURSE));
        UI.getCurrentOrThrow().navigate("people/" + person + "/episodes");
        assertThat(getCurrentView()).isNotInstanceOf(EpisodeView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("Aucune page à montrer ici");
    }

    @Test
    void the_waiting_list_shows_the_most_urgent_first_and_leads_to_the_admission() {
        var other = people.registeredAt(here, "Jeanne O.");
        waiting(other, Priority.NORMAL);
        waiting(person, Priority.HIGH);
        var view = navigate(WaitingListView.class);
        var grid = $(com.vaadin.flow.component.grid.Grid.class).from(view).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(((Anchor) test(grid).getCellComponent(0, 1)).getText()).isEqualTo("Rémi C.");
        test((Button) test(grid).getCellComponent(0, 5)).click();
        beds().setValue(bed(0));
        inDialog("Admettre");
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(episodes.of(access.grant(person, Section.RECORD)).getFirst().state())
                .isEqualTo(EpisodeState.OPEN);
    }

    @Test
    void the_beds_of_my_centre_name_who_is_in_them() {
        admit();
        SignedIn.as(here.member(Role.SOCIAL_WORKER));
        navigate(BedsView.class);
        assertThat($(Anchor.class).withTextContaining("Rémi C.").exists()).isTrue();
        SignedIn.as(elsewhere.member(Role.SOCIAL_WORKER));
        navigate(BedsView.class);
        assertThat($(Anchor.class).withTextContaining("Rémi C.").exists()).isFalse();
    }

    @Test
    void who_has_the_board_of_the_ward_has_no_second_entry_for_the_beds() {
        for (var role : Role.values()) {
            SignedIn.as(here.member(role));
            var paths = MenuConfiguration.getMenuEntries().stream()
                    .map(MenuEntry::path)
                    .map(path -> path.replaceFirst("^/", ""))
                    .filter(Set.of("ward", "beds")::contains)
                    .toList();
            assertThat(paths).as(role.name()).hasSizeLessThan(2);
        }
    }

    private void open() {
        navigate(EpisodeView.class, Map.of("personId", person.toString()));
    }

    private void admit() {
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), here.beds().getFirst(), null)));
    }

    private void waiting(PersonId one, Priority priority) {
        episodes.waitFor(
                access.grant(one, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                new PutOnWaitingList(null, 0, here.ward(), priority, "Seul", null));
    }

    private void press(String text) {
        test($view(Button.class).withText(text).single()).click();
    }

    private void inDialog(String verb) {
        var dialog = $(ActDialog.class).single();
        test($(Button.class, dialog).withText(verb).single()).click();
    }

    private BedField beds() {
        return $(BedField.class).single();
    }

    private Bed bed(int index) {
        return centres.unit(here.ward()).orElseThrow().beds().get(index);
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return $(Select.class).withLabel(label).single();
    }
}
