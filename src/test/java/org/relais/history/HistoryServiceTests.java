package org.relais.history;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What comes from elsewhere is stored once, as it was given, and read by whoever reads the medical section. */
@RelaisTest
class HistoryServiceTests {

    @Autowired
    House house;

    @Autowired
    HistoryImports imports;

    @Autowired
    History history;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    StatementLog statements;

    @Autowired
    TransactionTemplate transaction;

    House.Opened opened;
    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        opened = house.open();
        here = opened.here();
        person = house.personAt(here);
    }

    @Test
    void importing_twice_changes_nothing() {
        var problems = List.of(
                Referral.problem("p/1", "Perte de dents", "active"),
                Referral.problem("p/2", "Dependent drug abuse", null),
                Referral.problem("p/3", "Sprain", "resolved"));
        assertThat(importProblems(problems)).isEqualTo(new ImportCount(3, 0));
        assertThat(importProblems(problems)).isEqualTo(new ImportCount(0, 3));
        assertThat(overview(Role.NURSE)).isEqualTo(new HistoryOverview(true, true, false, 2, 1, 0, 0, 0));
    }

    @Test
    void the_same_fact_twice_in_one_list_is_one_fact() {
        var fact = Referral.problem("p/1", "Sprain", "active");
        assertThat(importProblems(List.of(fact, fact))).isEqualTo(new ImportCount(1, 1));
    }

    @Test
    void two_people_may_have_facts_of_the_same_name() {
        importProblems(List.of(Referral.problem("p/1", "Sprain", "active")));
        person = house.personAt(here);
        assertThat(importProblems(List.of(Referral.problem("p/1", "Sprain", "active"))))
                .isEqualTo(new ImportCount(1, 0));
    }

    @Test
    void every_kind_comes_back_as_it_was_given() {
        importOneOfEach();
        here.as(Role.NURSE, () -> {
            var read = access.grant(person, Section.MEDICAL);
            var problem = history.problems(read, true, null, 20).rows().getFirst();
            assertThat(problem.code()).isEqualTo(new GivenCode("http://snomed.info/sct", "6525002", "Perte de dents"));
            assertThat(problem.onset()).isEqualTo(new GivenTime(Referral.SOME_TIME, GivenTime.Precision.YEAR));
            assertThat(problem.provenance().system()).isEqualTo("Hôpital fictif");
            assertThat(problem.provenance().centre()).isEqualTo(here.centre());
            var medication = history.medication(read, null, 20).rows().getFirst();
            assertThat(medication.dosage()).isEqualTo("Take as needed.");
            var encounter = history.encounters(read, null, 20).rows().getFirst();
            assertThat(encounter.kind()).isEqualTo("IMP");
            assertThat(encounter.end()).isNotNull();
            var observation = history.observations(read, null, 20).rows().getFirst();
            assertThat(observation.value()).isEqualTo(Referral.observation("o").value());
            assertThat(observation.parts()).isEqualTo(Referral.observation("o").parts());
            return true;
        });
    }

    @Test
    void thousands_of_rows_go_in_batches_within_the_importers_transaction() {
        var scope = access.taskScope("import", here.centre(), Purpose.IMPORT);
        statements.clear();
        var count = transaction.execute(
                status -> imports.importObservations(scope, origin(), Referral.observations(2_500)));
        assertThat(count).isEqualTo(new ImportCount(2_500, 0));
        assertThat(statements.all())
                .filteredOn(seen -> seen.sql().contains("INSERT INTO history_observation"))
                .hasSize(5);
        here.as(Role.PHYSICIAN, () -> {
            var read = access.grant(person, Section.MEDICAL);
            var ids = new HashSet<Object>();
            @Nullable HistoryCursor last = null;
            for (var more = true; more; ) {
                var page = history.observations(read, last, 100);
                page.rows().forEach(row -> ids.add(row.id()));
                last = page.rows().getLast().cursor();
                more = page.more();
            }
            assertThat(ids).hasSize(2_500);
            return true;
        });
    }

    @Test
    void an_import_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> importProblems(List.of(
                        Referral.problem("p/1", "Sprain", "active"),
                        Referral.problem("p/2", "w".repeat(4_001), "active"))))
                .isInstanceOf(InvalidInput.class);
        assertThat(overview(Role.NURSE).any()).isFalse();
    }

    @Test
    void a_summary_says_only_that_something_exists() {
        importOneOfEach();
        assertThat(overview(Role.SOCIAL_WORKER)).isEqualTo(new HistoryOverview(false, true, false, 0, 0, 0, 0, 0));
        here.as(Role.SOCIAL_WORKER, () -> {
            var read = access.grant(person, Section.MEDICAL);
            assertThatThrownBy(() -> history.problems(read, true, null, 20)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> history.observations(read, null, 20)).isInstanceOf(AccessDenied.class);
            return true;
        });
    }

    @Test
    void what_another_centre_took_in_is_read_only_with_the_persons_consent() {
        var scope = access.taskScope("import", opened.elsewhere().centre(), Purpose.IMPORT);
        imports.importProblems(
                scope,
                new ImportOrigin(person, opened.elsewhere().centre(), "Hôpital fictif"),
                List.of(Referral.problem("p/1", "Sprain", "active")));
        assertThat(overview(Role.NURSE)).isEqualTo(new HistoryOverview(true, true, true, 0, 0, 0, 0, 0));
        here.as(
                Role.NURSE,
                () -> consents.give(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        GiveConsent.everywhere(null, "fr")));
        assertThat(overview(Role.NURSE)).isEqualTo(new HistoryOverview(true, true, false, 1, 0, 0, 0, 0));
    }

    @Test
    void only_an_import_or_somebody_who_writes_the_medical_section_takes_facts_in() {
        var facts = List.of(Referral.problem("p/1", "Sprain", "active"));
        here.as(Role.SOCIAL_WORKER, () -> {
            var list = access.scope(Section.ADMINISTRATIVE, Purpose.IMPORT, null);
            assertThatThrownBy(() -> imports.importProblems(list, origin(), facts))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
        here.as(Role.NURSE, () -> {
            Grant reading = access.grant(person, Section.MEDICAL);
            assertThatThrownBy(() -> imports.importProblems(reading, origin(), facts))
                    .isInstanceOf(AccessDenied.class);
            Grant writing = access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
            assertThat(imports.importProblems(writing, origin(), facts)).isEqualTo(new ImportCount(1, 0));
            return true;
        });
        var elsewhere = access.taskScope("import", opened.elsewhere().centre(), Purpose.IMPORT);
        assertThatThrownBy(() -> imports.importProblems(elsewhere, origin(), facts))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_row_is_never_changed() {
        statements.clear();
        importOneOfEach();
        importOneOfEach();
        assertThat(statements.all())
                .extracting(seen -> seen.sql().strip().toLowerCase(Locale.ROOT))
                .filteredOn(sql -> sql.contains("history_"))
                .isNotEmpty()
                .allMatch(sql -> sql.startsWith("insert into history_") || sql.startsWith("select"));
    }

    private void importOneOfEach() {
        var scope = access.taskScope("import", here.centre(), Purpose.IMPORT);
        importProblems(List.of(Referral.problem("p/1", "Perte de dents", "active")));
        imports.importMedication(scope, origin(), List.of(Referral.medication("m/1")));
        imports.importEncounters(scope, origin(), List.of(Referral.encounter("e/1")));
        imports.importObservations(scope, origin(), Referral.observations(1));
    }

    private ImportCount importProblems(List<ImportedProblem> problems) {
        var scope = access.taskScope("import", here.centre(), Purpose.IMPORT);
        return imports.importProblems(scope, origin(), problems);
    }

    private ImportOrigin origin() {
        return new ImportOrigin(person, here.centre(), "Hôpital fictif");
    }

    private HistoryOverview overview(Role role) {
        return here.as(role, () -> history.overview(access.grant(person, Section.MEDICAL)));
    }
}
