package org.relais.reintegration;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Steps from being added to being closed, on a real database. */
@RelaisTest
@Import(Caseworkers.class)
class ReintegrationStepsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    ReintegrationSteps steps;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
    }

    @Test
    void a_step_that_is_added_stands_in_the_list_the_record_and_the_tasks() {
        var id = caseworkers.add(here, person, "Visit the flat", today.plusDays(3));
        assertThat(list()).singleElement().satisfies(step -> {
            assertThat(step.id()).isEqualTo(id);
            assertThat(step.status()).isEqualTo(StepStatus.TODO);
            assertThat(step.daysLeft()).isEqualTo(3);
            assertThat(step.overdue()).isFalse();
        });
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("reintegration.step");
            assertThat(entry.title()).isEqualTo("Visit the flat");
            assertThat(entry.detail()).containsEntry(StepDetail.STATUS, "TODO");
        });
        assertThat(due()).singleElement().satisfies(task -> {
            assertThat(task.title().text()).isEqualTo("Visit the flat");
            assertThat(task.assignee())
                    .isEqualTo(here.member(Role.SOCIAL_WORKER).id());
            assertThat(task.late()).isFalse();
        });
    }

    @Test
    void adding_the_same_step_twice_adds_it_once() {
        var command = caseworkers.command(here, "Visit the flat", today);
        asSocialWorker(() -> {
            var first = steps.add(caseworkers.write(person), command);
            assertThat(steps.add(caseworkers.write(person), command)).isEqualTo(first);
            return first;
        });
        assertThat(list()).hasSize(1);
        assertThat(entries()).hasSize(1);
        assertThat(due()).hasSize(1);
    }

    @Test
    void every_change_is_kept_and_stands_in_the_record_with_what_changed() {
        var id = caseworkers.add(here, person, "Visit the flat", today.plusDays(3));
        var doing = move(id, 1, StepStatus.DOING, today.plusDays(3), null);
        var blocked = move(id, doing.version(), StepStatus.BLOCKED, today.plusDays(9), "Landlord away");
        assertThat(blocked.reason()).isEqualTo("Landlord away");
        assertThat(blocked.version()).isEqualTo(3);
        var history = asSocialWorker(() -> steps.history(caseworkers.read(person), id));
        assertThat(history)
                .extracting(StepChangeRow::status)
                .containsExactly(StepStatus.BLOCKED, StepStatus.DOING, StepStatus.TODO);
        assertThat(entries().getFirst()).satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Landlord away");
            assertThat(entry.detail())
                    .containsEntry(StepDetail.STATUS, "BLOCKED")
                    .containsEntry(StepDetail.STATUS_BEFORE, "DOING")
                    .containsEntry(StepDetail.DUE_BEFORE, today.plusDays(3).toString());
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM reintegration_step_change WHERE step_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_change_that_changes_nothing_leaves_no_trace() {
        var id = caseworkers.add(here, person, "Visit the flat", today);
        assertThat(move(id, 1, StepStatus.TODO, today, null).version()).isEqualTo(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_step_is_late_the_day_after_its_due_day_until_it_is_closed() {
        var id = caseworkers.add(here, person, "Answer the court", today.minusDays(18));
        var today = caseworkers.add(here, person, "Call the bank", this.today);
        assertThat(list()).extracting(StepRow::id).containsExactly(id, today);
        assertThat(list().getFirst().daysLate()).isEqualTo(18);
        assertThat(list().getLast().overdue()).isFalse();
        assertThat(due()).extracting(DueRow::late).containsExactly(true, false);
        move(id, 1, StepStatus.DOING, this.today.minusDays(18), null);
        move(id, 2, StepStatus.DONE, this.today.minusDays(18), null);
        assertThat(list()).extracting(StepRow::overdue).containsOnly(false);
        assertThat(due()).hasSize(1);
    }

    @Test
    void a_new_due_day_moves_the_task_and_cancelling_takes_it_away() {
        var id = caseworkers.add(here, person, "Visit the flat", today.minusDays(1));
        move(id, 1, StepStatus.TODO, today.plusDays(1), null);
        assertThat(due())
                .singleElement()
                .satisfies(task -> assertThat(task.late()).isFalse());
        move(id, 2, StepStatus.CANCELLED, today.plusDays(1), "Moved in with a friend");
        assertThat(due()).isEmpty();
    }

    @Test
    void a_stale_change_stores_nothing_and_carries_what_is_stored() {
        var id = caseworkers.add(here, person, "Visit the flat", today);
        move(id, 1, StepStatus.DOING, today, null);
        assertThatThrownBy(() -> move(id, 1, StepStatus.CANCELLED, today, "No longer wanted"))
                .isInstanceOfSatisfying(
                        StaleStep.class,
                        stale -> assertThat(stale.stored().status()).isEqualTo(StepStatus.DOING));
        assertThat(list().getFirst().version()).isEqualTo(2);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void of_two_changes_at_once_one_is_stored() throws Exception {
        var id = caseworkers.add(here, person, "Visit the flat", today);
        var together = new CyclicBarrier(2);
        Callable<Boolean> change = () -> asSocialWorker(() -> {
            var grant = caseworkers.write(person);
            together.await();
            try {
                steps.change(grant, new ChangeStep(id, 1, StepStatus.DOING, today, null));
                return true;
            } catch (StaleStep stale) {
                return false;
            }
        });
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.of(change, change));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(entries()).hasSize(2);
    }

    @Test
    void what_is_refused_leaves_no_trace() {
        var id = caseworkers.add(here, person, "Visit the flat", today);
        assertThatThrownBy(() -> move(id, 1, StepStatus.DONE, today, null)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> move(id, 1, StepStatus.CANCELLED, today, " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> move(StepId.create(), 1, StepStatus.DOING, today, null))
                .isInstanceOf(NotFound.class);
        refused("title", new AddStep(StepId.create(), here.centre(), StepDomain.DEBTS, "a\nb", today, me()));
        refused("domain", new AddStep(StepId.create(), here.centre(), null, "Budget", today, me()));
        refused("dueOn", new AddStep(StepId.create(), here.centre(), StepDomain.DEBTS, "Budget", null, me()));
        refused("responsible", new AddStep(StepId.create(), here.centre(), StepDomain.DEBTS, "Budget", today, null));
        refused("centre", new AddStep(StepId.create(), elsewhere.centre(), StepDomain.DEBTS, "Budget", today, me()));
        refused(
                "worker",
                new AddStep(
                        StepId.create(),
                        here.centre(),
                        StepDomain.DEBTS,
                        "Budget",
                        today,
                        new Responsible.Worker(
                                elsewhere.member(Role.SOCIAL_WORKER).id())));
        refused(
                "thirdParty",
                new AddStep(
                        StepId.create(),
                        here.centre(),
                        StepDomain.DEBTS,
                        "Budget",
                        today,
                        new Responsible.ThirdParty("x".repeat(121))));
        assertThat(list()).hasSize(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_nurse_reads_titles_a_physician_all_and_neither_writes() {
        caseworkers.add(here, person, "Visit the flat", today);
        here.as(Role.NURSE, () -> {
            var list = steps.of(caseworkers.read(person), StepFilter.ALL);
            assertThat(list.steps()).isEmpty();
            assertThat(list.titles()).extracting(StepTitle::title).containsExactly("Visit the flat");
            var step = jdbc.sql("SELECT id FROM reintegration_step WHERE person_id = ?")
                    .param(person.value())
                    .query((row, number) -> new StepId(org.relais.shared.Utc.uuid(row, "id")))
                    .single();
            assertThatThrownBy(() -> steps.history(caseworkers.read(person), step))
                    .isInstanceOf(NotFound.class);
            return true;
        });
        here.as(Role.PHYSICIAN, () -> {
            assertThat(steps.of(caseworkers.read(person), StepFilter.OPEN).steps())
                    .hasSize(1);
            assertThatThrownBy(() -> caseworkers.write(person)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> steps.add(caseworkers.read(person), caseworkers.command(here, "Budget", today)))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
        here.as(Role.COORDINATOR, () -> {
            var scope = access.scope(Section.SOCIAL, Purpose.COORDINATION, null);
            assertThatThrownBy(() -> steps.caseload(scope, CaseloadFilter.MINE, null, 10))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
    }

    @Test
    void another_centre_sees_nothing_without_a_relation_and_that_steps_exist_without_consent() {
        var id = caseworkers.add(here, person, "Visit the flat", today);
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            assertThatThrownBy(() -> caseworkers.read(person)).isInstanceOf(AccessDenied.class);
            return true;
        });
        caseworkers.follow(elsewhere, person);
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            var list = steps.of(caseworkers.read(person), StepFilter.ALL);
            assertThat(list.steps()).isEmpty();
            assertThat(list.titles()).isEmpty();
            assertThat(list.elsewhere()).isEqualTo(1);
            return true;
        });
        asSocialWorker(() -> consents.give(
                access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                GiveConsent.everywhere(null, "fr")));
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            assertThat(steps.of(caseworkers.read(person), StepFilter.ALL).steps())
                    .hasSize(1);
            assertThatThrownBy(() -> steps.change(
                            caseworkers.write(person), new ChangeStep(id, 1, StepStatus.DOING, today, null)))
                    .isInstanceOf(NotFound.class);
            return true;
        });
    }

    @Test
    void the_caseload_reads_on_from_page_to_page_by_due_day() {
        var other = caseworkers.register(here, "Ana");
        caseworkers.add(here, person, "Third", today.plusDays(2));
        caseworkers.add(here, other, "First", today.minusDays(4));
        caseworkers.add(here, person, "Second", today.plusDays(1));
        asSocialWorker(() -> {
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            var first = steps.caseload(scope, CaseloadFilter.MINE, null, 2);
            assertThat(titles(first.rows())).containsExactly("First", "Second");
            assertThat(first.more()).isTrue();
            var second = steps.caseload(
                    scope, CaseloadFilter.MINE, first.rows().getLast().cursor(), 2);
            assertThat(titles(second.rows())).containsExactly("Third");
            assertThat(second.more()).isFalse();
            var late = new CaseloadFilter(CaseloadFilter.Whose.MINE, StepDomain.HOUSING, true);
            assertThat(titles(steps.caseload(scope, late, null, 10).rows())).containsExactly("First");
            var debts = new CaseloadFilter(CaseloadFilter.Whose.TEAM, StepDomain.DEBTS, false);
            assertThat(steps.caseload(scope, debts, null, 10).rows()).isEmpty();
            return true;
        });
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            var team = new CaseloadFilter(CaseloadFilter.Whose.TEAM, null, false);
            assertThat(steps.caseload(scope, team, null, 10).rows()).isEmpty();
            return true;
        });
    }

    private static List<String> titles(List<CaseloadRow> rows) {
        return rows.stream()
                .map(row -> java.util.Objects.requireNonNull(row.step()).title())
                .toList();
    }

    private Responsible me() {
        return new Responsible.Worker(here.member(Role.SOCIAL_WORKER).id());
    }

    private void refused(String field, AddStep command) {
        assertThatThrownBy(() -> asSocialWorker(() -> steps.add(caseworkers.write(person), command)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private StepRow move(
            StepId id, int version, StepStatus status, LocalDate dueOn, @org.jspecify.annotations.Nullable String why) {
        return asSocialWorker(
                () -> steps.change(caseworkers.write(person), new ChangeStep(id, version, status, dueOn, why)));
    }

    private List<StepRow> list() {
        return asSocialWorker(() -> steps.of(caseworkers.read(person), StepFilter.ALL))
                .steps();
    }

    private List<EntryRow> entries() {
        return asSocialWorker(() -> timeline.page(record(), TimelineFilter.ALL, null, 50))
                .rows();
    }

    private List<DueRow> due() {
        return asSocialWorker(() -> worklist.due(record()));
    }

    private Grant record() {
        return access.grant(person, Section.RECORD);
    }

    private <T> T asSocialWorker(Callable<T> act) {
        return here.as(Role.SOCIAL_WORKER, act);
    }
}
