package org.relais.person.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonRow;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.UseCase;
import org.relais.uikit.EmptyState;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PaletteEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How people are welcomed, found, and known better with time. */
@RelaisTest
class PersonViewTests extends SpringBrowserlessTest {
    private static final LocalDate BIRTH = LocalDate.of(1984, 3, 14);

    @Autowired
    House house;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    PersonPaletteSource palette;

    private Place here;
    private Place elsewhere;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
    }

    @Test
    @UseCase(id = "PER-01")
    void somebody_is_welcomed_under_an_alias_and_asked_nothing_more() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = navigate(RegisterPersonView.class);
            type(page, "person.alias.label", "Orion-83");
            press(page, "person.register.save");
            assertThat(found("orion 83")).hasSize(1);
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                    .isEqualTo(PersonRoutes.record(found("orion").getFirst()));
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-01", scenario = "somebody similar is known")
    void a_possible_duplicate_is_shown_once_and_never_in_the_way() {
        register(here, Identity.named("Rémi", "Castellane", BIRTH));
        here.as(Role.NURSE, () -> {
            var page = navigate(RegisterPersonView.class);
            type(page, "person.family-name", "Castelane");
            type(page, "person.given-name", "Remi");
            find(DatePicker.class, page).single().setValue(BIRTH);
            press(page, "person.register.save");
            assertThat(text(find(NoticeBar.class, page).single())).contains("Rémi Castellane");
            assertThat(found("14.03.1984")).hasSize(1);
            press(page, "person.register.save");
            assertThat(found("14.03.1984")).hasSize(2);
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-01", scenario = "what is typed is refused")
    void a_refusal_stands_at_its_field_and_what_was_typed_stays() {
        here.as(Role.NURSE, () -> {
            var page = navigate(RegisterPersonView.class);
            press(page, "person.register.save");
            assertThat(field(page, "person.alias.label").isInvalid()).isTrue();
            type(page, "person.family-name", "Castellane");
            var birth = find(DatePicker.class, page).single();
            birth.setValue(LocalDate.now(java.time.Clock.systemUTC()).plusYears(1));
            press(page, "person.register.save");
            assertThat(birth.isInvalid()).isTrue();
            assertThat(birth.getErrorMessage()).isEqualTo(page.getTranslation("person.error.birth-future"));
            assertThat(field(page, "person.family-name").getValue()).isEqualTo("Castellane");
            birth.clear();
            type(page, "person.contact.telephone", "12");
            press(page, "person.register.save");
            assertThat(field(page, "person.contact.telephone").isInvalid()).isTrue();
            assertThat(found("castellane")).isEmpty();
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-02")
    void people_are_listed_by_name_and_found_with_a_typing_error() {
        register(here, Identity.named("Rémi", "Castellane", BIRTH));
        register(here, Identity.alias("Orion-83"));
        here.as(Role.DISPENSING_NURSE, () -> {
            var page = navigate(PersonListView.class);
            assertThat(names(page)).containsExactly("Rémi Castellane", "Orion-83");
            type(page, "person.list.search", "castelane 84");
            assertThat(names(page)).containsExactly("Rémi Castellane");
            type(page, "person.list.search", "nobody");
            assertThat(names(page)).isEmpty();
            press(find(EmptyState.class).single(), "person.list.clear");
            assertThat(names(page)).hasSize(2);
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-02", scenario = "the record is at another centre")
    void only_the_exact_question_tells_that_a_record_exists_elsewhere() {
        register(elsewhere, Identity.named("Rémi", "Castellane", BIRTH));
        here.as(Role.NURSE, () -> {
            var page = navigate(PersonListView.class);
            type(page, "person.list.search", "castellane");
            assertThat(find(NoticeBar.class, page).exists()).isFalse();
            type(page, "person.list.search", "castellane 14.03.1984");
            assertThat(text(find(NoticeBar.class, page).single()))
                    .contains("Centre B-")
                    .doesNotContain("Rémi");
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-02", scenario = "from anywhere with Ctrl K")
    void the_palette_answers_with_people_and_leads_to_their_record() {
        var remi = register(here, Identity.named("Rémi", "Castellane", BIRTH));
        here.as(Role.NURSE, () -> {
            var answers = palette.find("castelane 84", Locale.FRENCH);
            assertThat(answers).singleElement().satisfies(answer -> {
                assertThat(answer.title()).isEqualTo("Rémi Castellane");
                assertThat(answer.detail()).contains("14.03.1984", "RL-");
                assertThat(answer.path()).isEqualTo(PersonRoutes.record(remi));
            });
            assertThat(palette.find("a\u0007b", Locale.FRENCH)).isEmpty();
            return true;
        });
        assertThat(here.as(Role.AUDITOR, () -> palette.find("castelane 84", Locale.FRENCH)))
                .extracting(PaletteEntry::title)
                .isEmpty();
    }

    @Test
    @UseCase(id = "PER-03")
    void an_identity_is_attached_and_the_alias_stays_in_the_history() {
        var orion = register(here, Identity.alias("Orion-83"));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = identity(orion);
            press(page, "person.identity.attach");
            var dialog = find(AttachIdentityDialog.class).single();
            type(dialog, "person.family-name", "Castellane");
            type(dialog, "person.given-name", "Rémi");
            press(dialog, "person.save");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(find(H1.class, page).single().getText()).isEqualTo("Rémi Castellane");
            assertThat(text(page)).contains(page.getTranslation("person.identity.history"), "Orion-83");
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-04")
    void a_relative_and_what_they_may_be_told_are_written_down() {
        var orion = register(here, Identity.alias("Orion-83"));
        here.as(Role.NURSE, () -> {
            var page = identity(orion);
            press(page, "person.relative.add");
            var dialog = find(RelativeDialog.class).single();
            press(dialog, "person.save");
            assertThat(field(dialog, "person.relative.name").isInvalid()).isTrue();
            type(dialog, "person.relative.name", "Élodie");
            press(dialog, "person.save");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(page)).contains("Élodie", page.getTranslation("person.told.nothing"));
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-05")
    void an_alert_is_added_by_a_nurse_and_the_coordinator_sees_no_alerts() {
        var orion = register(here, Identity.alias("Orion-83"));
        here.as(Role.NURSE, () -> {
            var page = identity(orion);
            press(page, "person.alert.add");
            var dialog = find(AlertDialog.class).single();
            type(dialog, "person.alert.text", "Amoxicilline");
            press(dialog, "person.save");
            assertThat(text(page)).contains("Amoxicilline");
            return true;
        });
        here.as(Role.COORDINATOR, () -> {
            assertThat(text(identity(orion))).doesNotContain("Amoxicilline");
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-03", scenario = "nobody of the person's team")
    void another_centre_cannot_open_the_page() {
        var orion = register(here, Identity.alias("Orion-83"));
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> people.details(access.grant(orion, Section.ADMINISTRATIVE)))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
    }

    @Test
    @UseCase(id = "PER-01", scenario = "a role that only reads")
    void a_peer_worker_is_offered_no_registration() {
        here.as(Role.PEER_WORKER, () -> {
            var page = navigate(PersonListView.class);
            assertThat(find(Button.class, page)
                            .withText(page.getTranslation("person.register.open"))
                            .all())
                    .isEmpty();
            return true;
        });
    }

    private IdentityView identity(PersonId person) {
        return navigate(IdentityView.class, Map.of("personId", person.toString()));
    }

    private PersonId register(Place place, Identity identity) {
        return place.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(place.centre(), place.ward(), identity)));
    }

    private List<PersonId> found(String typed) {
        return people.search(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, typed), typed, 10).rows().stream()
                .map(hit -> hit.name().person())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> names(Component page) {
        Grid<PersonRow> grid = find(Grid.class, page).single();
        return java.util.stream.IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getRow(row).name().display())
                .toList();
    }

    private TextField field(Component page, String labelKey) {
        var label = page.getTranslation(labelKey);
        return find(TextField.class, page).all().stream()
                .filter(field -> label.equals(field.getLabel())
                        || field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void type(Component page, String labelKey, String typed) {
        test(field(page, labelKey)).setValue(typed);
    }

    private void press(Component page, String textKey) {
        test(find(Button.class, page).withText(page.getTranslation(textKey)).first())
                .click();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
