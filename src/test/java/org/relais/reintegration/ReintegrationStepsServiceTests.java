package org.relais.reintegration;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.relais.shared.StepContactId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;
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

    @Autowired
    StatementLog log;

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
    void an_answer_is_awaited_and_comes_and_each_stands_in_the_record() {
        var id = caseworkers.add(here, person, "Recognition", today.plusDays(3));
        var asked = change(
                new ChangeStep(id, 1, StepStatus.DOING, today.plusDays(3), null, Answer.AWAITED, " MDPH ", null, null));
        assertThat(asked.column()).contains(BoardColumn.PARTNER);
        assertThat(asked.awaitedSince()).isEqualTo(today);
        assertThat(asked.partner()).isEqualTo("MDPH");
        assertThat(entries().getFirst().detail())
                .containsEntry(StepDetail.PARTNER, "MDPH")
                .containsEntry(StepDetail.AWAITED, "true");
        assertThat(change(ChangeStep.await(asked, null, asked.dueOn())).version())
                .as("asked twice")
                .isEqualTo(asked.version());
        var back = change(ChangeStep.answered(asked, StepStatus.DOING, null));
        assertThat(back.column()).contains(BoardColumn.DOING);
        assertThat(asSocialWorker(() -> steps.history(caseworkers.read(person), id)))
                .extracting(StepChangeRow::awaitedSince)
                .containsExactly(null, today, null);
    }

    @Test
    void a_step_is_handed_to_somebody_who_may_open_the_record_and_the_task_goes_with_it() {
        var id = caseworkers.add(here, person, "Dentist", today);
        var nurse = here.member(Role.NURSE).id();
        var given = change(ChangeStep.handOver(list().getFirst(), new Responsible.Worker(nurse)));
        assertThat(given.responsible()).isEqualTo(new Responsible.Worker(nurse));
        assertThat(due())
                .singleElement()
                .satisfies(task -> assertThat(task.assignee()).isEqualTo(nurse));
        for (var role : List.of(Role.DISPENSING_NURSE, Role.FAMILY_WORKER, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> change(ChangeStep.handOver(
                            given, new Responsible.Worker(here.member(role).id()))))
                    .as(role.name())
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("worker"));
        }
        assertThat(list()).extracting(StepRow::id).containsExactly(id);
    }

    @Test
    void a_contact_is_noted_once_stands_in_the_record_and_ends_that_nothing_moved() {
        var id = caseworkers.add(here, person, "Recognition", today);
        backdate(id, 30);
        assertThat(list().getFirst().daysStill()).isEqualTo(30);
        var command = new NoteContact(StepContactId.create(), id, ContactWay.CALL, false, "Call back on Monday");
        asSocialWorker(() -> {
            steps.contact(caseworkers.write(person), command);
            steps.contact(caseworkers.write(person), command);
            assertThat(steps.contacts(caseworkers.read(person), id))
                    .singleElement()
                    .satisfies(contact -> assertThat(contact.note()).isEqualTo("Call back on Monday"));
            return true;
        });
        assertThat(entries()).extracting(EntryRow::type).containsExactly(ContactDetail.TYPE, StepDetail.TYPE);
        assertThat(list().getFirst().daysStill()).isZero();
        assertThat(list().getFirst().version()).as("no change of the step").isEqualTo(1);
        assertThatThrownBy(() -> asSocialWorker(() -> {
                    steps.contact(
                            caseworkers.write(person), new NoteContact(StepContactId.create(), id, null, false, null));
                    return true;
                }))
                .isInstanceOf(InvalidInput.class);
        move(id, 1, StepStatus.CANCELLED, today, "No longer needed");
        assertThatThrownBy(() -> asSocialWorker(() -> {
                    steps.contact(
                            caseworkers.write(person),
                            new NoteContact(StepContactId.create(), id, ContactWay.VISIT, true, null));
                    return true;
                }))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void the_caseload_puts_the_most_late_first_and_of_those_as_late_the_one_that_stands_still_longest() {
        var late = caseworkers.add(here, person, "Late", today.minusDays(3));
        var moved = caseworkers.add(here, person, "Moved yesterday", today.plusDays(1));
        var still = caseworkers.add(here, person, "Still", today.plusDays(9));
        var later = caseworkers.add(here, person, "Later", today.minusDays(8));
        backdate(moved, 1);
        backdate(still, 40);
        backdate(late, 2);
        asSocialWorker(() -> {
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            var order = List.of("Later", "Late", "Still", "Moved yesterday");
            assertThat(titles(
                            steps.caseload(scope, CaseloadFilter.MINE, null, 10).rows()))
                    .isEqualTo(order);
            var read = new ArrayList<String>();
            StepCursor after = null;
            for (var page = 0; page < 4; page++) {
                var rows = steps.caseload(scope, CaseloadFilter.MINE, after, 1).rows();
                read.addAll(titles(rows));
                after = rows.getLast().cursor();
            }
            assertThat(read).as("page by page").isEqualTo(order);
            var stuck = new CaseloadFilter(CaseloadFilter.Whose.MINE, null, false, true);
            assertThat(titles(steps.caseload(scope, stuck, null, 10).rows())).containsExactly("Still");
            return true;
        });
        move(moved, 1, StepStatus.DOING, today.plusDays(1), null);
        move(moved, 2, StepStatus.BLOCKED, today.plusDays(1), "No place");
        asSocialWorker(() -> {
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            var stuck = new CaseloadFilter(CaseloadFilter.Whose.MINE, null, false, true);
            assertThat(titles(steps.caseload(scope, stuck, null, 10).rows()))
                    .containsExactly("Still", "Moved yesterday");
            return true;
        });
        assertThat(later).isNotNull();
    }

    @Test
    void the_number_of_statements_does_not_depend_on_the_number_of_steps() {
        caseworkers.add(here, person, "First", today);
        var one = statements();
        for (var number = 2; number <= 30; number++) {
            caseworkers.add(here, person, "Step " + number, today.plusDays(number));
        }
        assertThat(list()).hasSize(30);
        assertThat(statements()).isEqualTo(one);
    }

    private int statements() {
        return asSocialWorker(() -> {
            var grant = caseworkers.read(person);
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            log.clear();
            steps.of(grant, StepFilter.ALL);
            steps.caseload(scope, CaseloadFilter.MINE, null, 50);
            return log.ofThread(Thread.currentThread()).size();
        });
    }

    private void backdate(StepId step, int days) {
        jdbc.sql("UPDATE reintegration_step SET moved_at = moved_at - INTERVAL ? DAY WHERE id = ?")
                .param(days)
                .param(step.value())
                .update();
    }

    private StepRow change(ChangeStep command) {
        return asSocialWorker(() -> steps.change(caseworkers.write(person), command));
    }

    @Test
    void the_caseload_reads_on_from_page_to_page() {
        var other = caseworkers.register(here, "Ana");
        caseworkers.add(here, person, "Third", today.plusDays(2));
        caseworkers.add(here, other, "First", today.minusDays(4));
        caseworkers.add(here, person, "Second", today.plusDays(1));
        asSocialWorker(() -> {
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            var first = steps.caseload(scope, CaseloadFilter.MINE, null, 2);
            assertThat(titles(first.rows())).containsExactly("First", "Third");
            assertThat(first.more()).isTrue();
            var second = steps.caseload(
                    scope, CaseloadFilter.MINE, first.rows().getLast().cursor(), 2);
            assertThat(titles(second.rows())).containsExactly("Second");
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
