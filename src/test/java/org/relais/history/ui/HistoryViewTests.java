package org.relais.history.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.history.GivenCode;
import org.relais.history.HistoryImports;
import org.relais.history.ImportOrigin;
import org.relais.history.ImportedMedication;
import org.relais.history.ImportedProblem;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;

/** The history as a nurse and a social worker find it on the record page. */
@RelaisTest
class HistoryViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    HistoryImports imports;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog statements;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))));
    }

    @Test
    void a_fact_shows_its_words_its_code_as_given_and_where_it_came_from() {
        importProblems(1);
        here.as(Role.NURSE, () -> {
            var page = visit("/history");
            assertThat(text(page)).contains("Perte de dents 0", "37320007", "Hôpital fictif");
            assertThat(find(Span.class, page).withText("37320007").single().getTitle())
                    .hasValue("http://snomed.info/sct");
            return true;
        });
    }

    @Test
    void older_facts_are_read_page_by_page() {
        importProblems(25);
        here.as(Role.NURSE, () -> {
            var page = visit("/history");
            assertThat(find(HistoryItem.class, page).all()).hasSize(20);
            test(find(Button.class, page)
                            .withText(page.getTranslation("history.older"))
                            .single())
                    .click();
            assertThat(find(HistoryItem.class, page).all()).hasSize(25);
            return true;
        });
    }

    @Test
    void a_tab_reads_its_rows_when_it_is_opened() {
        importProblems(1);
        importMedication();
        here.as(Role.NURSE, () -> {
            var page = visit("/history");
            assertThat(text(page)).doesNotContain("buprenorphine");
            statements.clear();
            find(TabSheet.class, page).single().setSelectedIndex(2);
            roundTrip();
            assertThat(text(page)).contains("buprenorphine", "Take as needed.");
            assertThat(statements.all())
                    .filteredOn(seen -> seen.sql().contains("history_"))
                    .hasSize(1);
            return true;
        });
    }

    @Test
    void a_social_worker_learns_that_there_is_a_history_and_nothing_of_it() {
        importProblems(3);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = visit("/history");
            assertThat(text(page))
                    .contains(page.getTranslation("history.summary.title"))
                    .doesNotContain("Perte de dents", "37320007");
            assertThat(find(TabSheet.class, page).exists()).isFalse();
            return true;
        });
    }

    @Test
    void without_a_history_the_page_says_what_will_appear() {
        here.as(Role.NURSE, () -> {
            assertThat(text(visit("/history"))).contains(UI.getCurrent().getTranslation("history.empty.title"));
            return true;
        });
    }

    private void importProblems(int count) {
        var scope = access.taskScope("import", here.centre(), Purpose.IMPORT);
        imports.importProblems(
                scope,
                new ImportOrigin(person, here.centre(), "Hôpital fictif"),
                IntStream.range(0, count)
                        .mapToObj(number -> new ImportedProblem(
                                "p/" + number,
                                new GivenCode("http://snomed.info/sct", "37320007", "Perte de dents " + number),
                                "active",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                        .toList());
    }

    private void importMedication() {
        var scope = access.taskScope("import", here.centre(), Purpose.IMPORT);
        imports.importMedication(
                scope,
                new ImportOrigin(person, here.centre(), "Hôpital fictif"),
                List.of(new ImportedMedication(
                        "m/1",
                        ImportedMedication.Kind.ORDERED,
                        new GivenCode("http://www.nlm.nih.gov/research/umls/rxnorm", "351266", "buprenorphine"),
                        "active",
                        "Take as needed.",
                        null,
                        null,
                        null,
                        null)));
    }

    private Component visit(String section) {
        UI.getCurrent().navigate(PersonRoutes.LIST + "/nobody");
        UI.getCurrent().navigate(PersonRoutes.LIST + "/" + person + section);
        // A tab's content is put in place before the answer to the browser.
        roundTrip();
        return (Component) getCurrentView();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
