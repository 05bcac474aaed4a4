package org.relais.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.Discipline;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tasks between professions, on a real database. */
@RelaisTest
class WorklistServiceTests {

    @Autowired
    House house;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementLog statements;

    Place here;
    Place elsewhere;
    PersonId person;
    Instant now;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = house.personAt(here);
        now = jdbc.sql("SELECT UTC_TIMESTAMP(6)")
                .query((row, number) -> org.relais.shared.Utc.instant(row, "UTC_TIMESTAMP(6)"))
                .single();
    }

    @Test
    void what_is_due_stands_most_late_first_and_says_how_late() {
        put(Section.SOCIAL, now.plusSeconds(3600), null, "Call the landlord");
        put(Section.SOCIAL, now.minus(Duration.ofDays(2)), null, "Answer the agency");
        var due = here.as(Role.SOCIAL_WORKER, () -> worklist.due(record()));
        assertThat(due).extracting(row -> row.title().text()).containsExactly("Answer the agency", "Call the landlord");
        assertThat(due.getFirst().late()).isTrue();
        assertThat(due.getFirst().overdue())
                .isBetween(Duration.ofDays(2), Duration.ofDays(2).plusMinutes(1));
        assertThat(due.getLast().late()).isFalse();
    }

    @Test
    void a_task_obeys_the_levels_of_its_section() {
        put(Section.SOCIAL, now, null, "Ask for housing");
        // A nurse reads the summary: the title, not where it is done
        var summary = here.as(Role.NURSE, () -> worklist.due(record()));
        assertThat(summary).singleElement().satisfies(row -> {
            assertThat(row.title().text()).isEqualTo("Ask for housing");
            assertThat(row.path()).isNull();
        });
        var full = here.as(Role.SOCIAL_WORKER, () -> worklist.due(record()));
        assertThat(full).singleElement().extracting(DueRow::path).isEqualTo("people/x/social");
        // For a peer worker the section does not exist
        assertThat(here.as(Role.PEER_WORKER, () -> worklist.due(record()))).isEmpty();
    }

    @Test
    void a_task_given_to_somebody_lets_them_take_part_until_it_is_done() {
        var colleague = elsewhere.member(Role.SOCIAL_WORKER);
        assertThatThrownBy(() -> elsewhere.as(Role.SOCIAL_WORKER, this::record)).isInstanceOf(AccessDenied.class);
        var source = put(Section.SOCIAL, now, colleague.id(), "Visit the flat");
        elsewhere.as(Role.SOCIAL_WORKER, this::record);
        here.as(Role.SOCIAL_WORKER, () -> {
            var grant = write(Section.SOCIAL);
            transaction.executeWithoutResult(status -> worklist.complete(grant, source));
            return null;
        });
        assertThatThrownBy(() -> elsewhere.as(Role.SOCIAL_WORKER, this::record)).isInstanceOf(AccessDenied.class);
        assertThat(jdbc.sql("SELECT state FROM worklist_task WHERE source_id = ?")
                        .param(source.value())
                        .query(String.class)
                        .list())
                .containsExactly("DONE");
    }

    @Test
    void a_second_task_of_the_same_source_replaces_the_first_and_both_rows_stay() {
        var source = StepId.create();
        put(source, Section.SOCIAL, now, null, "First date");
        put(source, Section.SOCIAL, now.plusSeconds(60), null, "Second date");
        assertThat(here.as(Role.SOCIAL_WORKER, () -> worklist.due(record())))
                .singleElement()
                .extracting(row -> row.title().text())
                .isEqualTo("Second date");
        assertThat(jdbc.sql("SELECT state FROM worklist_task WHERE source_id = ? ORDER BY id")
                        .param(source.value())
                        .query(String.class)
                        .list())
                .containsExactly("REPLACED", "OPEN");
    }

    @Test
    void mine_is_what_was_given_to_me_and_what_waits_for_my_discipline() {
        put(Section.SOCIAL, now, here.member(Role.SOCIAL_WORKER).id(), "Mine");
        put(Section.SOCIAL, now.minusSeconds(60), null, "Anybody of the team");
        put(Section.SOCIAL, now, here.member(Role.PHYSICIAN).id(), "Of somebody else");
        var mine = here.as(Role.SOCIAL_WORKER, () -> worklist.mine(scope(), 10));
        assertThat(mine.rows()).extracting(row -> row.title().text()).containsExactly("Anybody of the team", "Mine");
        // A nurse reads summaries of the section but does not work in it
        assertThat(here.as(Role.NURSE, () -> worklist.mine(scope(), 10)).rows()).isEmpty();
        assertThat(elsewhere
                        .as(Role.SOCIAL_WORKER, () -> worklist.mine(scope(), 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_list_longer_than_the_page_says_so() {
        put(Section.SOCIAL, now, null, "One");
        put(Section.SOCIAL, now, null, "Two");
        var page = here.as(Role.SOCIAL_WORKER, () -> worklist.mine(scope(), 1));
        assertThat(page.rows()).hasSize(1);
        assertThat(page.more()).isTrue();
    }

    @Test
    void what_is_due_costs_one_statement() {
        put(Section.SOCIAL, now, null, "One");
        put(Section.RISK, now, null, "Two");
        here.as(Role.SOCIAL_WORKER, () -> {
            var grant = record();
            statements.clear();
            worklist.due(grant);
            assertThat(statements.ofAccount("_application"))
                    .filteredOn(statement -> statement.sql().contains("worklist_"))
                    .hasSize(1);
            return null;
        });
    }

    @Test
    void a_task_is_put_in_the_transaction_of_its_act_and_with_a_title() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var grant = write(Section.SOCIAL);
            assertThatThrownBy(() -> worklist.put(grant, task(StepId.create(), Section.SOCIAL, now, null, "Alone")))
                    .isInstanceOf(IllegalTransactionStateException.class);
            assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                            worklist.put(grant, task(StepId.create(), Section.SOCIAL, now, null, "x".repeat(201)))))
                    .isInstanceOf(InvalidInput.class);
            return null;
        });
    }

    @Test
    void a_title_with_arguments_comes_back_as_it_was() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var grant = write(Section.SOCIAL);
            var named = new NewTask(
                    person,
                    Section.SOCIAL,
                    Discipline.SOCIAL,
                    "reintegration.step",
                    TaskTitle.key("worklist.test", "a, b", ""),
                    now,
                    null,
                    null,
                    null,
                    here.centre(),
                    StepId.create(),
                    null);
            transaction.executeWithoutResult(status -> worklist.put(grant, named));
            assertThat(worklist.due(record()))
                    .singleElement()
                    .extracting(DueRow::title)
                    .isEqualTo(TaskTitle.key("worklist.test", "a, b", ""));
            return null;
        });
    }

    private StepId put(Section section, Instant due, @Nullable StaffId assignee, String title) {
        return put(new StepId(UUID.randomUUID()), section, due, assignee, title);
    }

    private StepId put(StepId source, Section section, Instant due, @Nullable StaffId assignee, String title) {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var grant = write(section);
            transaction.executeWithoutResult(
                    status -> worklist.put(grant, task(source, section, due, assignee, title)));
            return source;
        });
    }

    private NewTask task(StepId source, Section section, Instant due, @Nullable StaffId assignee, String title) {
        return new NewTask(
                person,
                section,
                Discipline.SOCIAL,
                "reintegration.step",
                TaskTitle.text(title),
                due,
                null,
                assignee,
                null,
                here.centre(),
                source,
                "people/x/social");
    }

    private Grant record() {
        return access.grant(person, Section.RECORD);
    }

    private Grant write(Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }
}
