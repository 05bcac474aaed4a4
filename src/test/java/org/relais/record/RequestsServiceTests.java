package org.relais.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.record.AnswerRequest.Answer;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RequestId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffMember;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What colleagues ask of each other, on a real database. */
@RelaisTest
@Import(Caseworkers.class)
class RequestsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Requests requests;

    @Autowired
    RecordReaders readers;

    @Autowired
    Protections protections;

    @Autowired
    Worklist worklist;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

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
    void what_is_asked_stands_among_the_tasks_of_the_colleague_and_in_the_record() {
        var command = command(staff(Role.PHYSICIAN));
        var entry = ask(command);
        assertThat(ask(command)).isEqualTo(entry);
        assertThat(mine(Role.PHYSICIAN)).singleElement().satisfies(task -> {
            assertThat(task.title().text()).isEqualTo("Certificat pour la MDPH");
            assertThat(task.source()).isEqualTo(command.id().value());
            assertThat(task.dueOn()).isEqualTo(today.plusDays(2));
        });
        assertThat(mine(Role.NURSE)).isEmpty();
        assertThat(entries()).containsExactly("record.request");
    }

    @Test
    void what_is_done_is_said_in_the_record_and_leaves_the_list() {
        var command = command(staff(Role.PHYSICIAN));
        ask(command);
        var done = new AnswerRequest(command.id(), Answer.DONE, "Envoyé ce matin");
        here.as(Role.PHYSICIAN, () -> requests.answer(write(), done));
        assertThat(mine(Role.PHYSICIAN)).isEmpty();
        assertThat(entries()).containsExactly("record.request-answered", "record.request");
        assertThatThrownBy(() -> here.as(Role.PHYSICIAN, () -> requests.answer(write(), done)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_is_declined_says_why_and_goes_back_to_whoever_asked() {
        var command = command(staff(Role.PHYSICIAN));
        ask(command);
        assertThatThrownBy(() -> here.as(
                        Role.PHYSICIAN,
                        () -> requests.answer(write(), new AnswerRequest(command.id(), Answer.DECLINED, " "))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("words"));
        here.as(
                Role.PHYSICIAN,
                () -> requests.answer(
                        write(), new AnswerRequest(command.id(), Answer.DECLINED, "Le dossier est à la CAF")));
        assertThat(mine(Role.PHYSICIAN)).isEmpty();
        assertThat(mine(Role.SOCIAL_WORKER)).singleElement().satisfies(task -> {
            assertThat(task.title().key()).isEqualTo("record.request.declined");
            assertThat(task.title().arguments()).containsExactly("Certificat pour la MDPH");
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            requests.acknowledge(write(), command.id());
            return person;
        });
        assertThat(mine(Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void nobody_answers_for_somebody_else() {
        var command = command(staff(Role.PHYSICIAN));
        ask(command);
        assertThatThrownBy(() -> here.as(
                        Role.NURSE, () -> requests.answer(write(), new AnswerRequest(command.id(), Answer.DONE, null))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> {
                    requests.acknowledge(write(), command.id());
                    return person;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(mine(Role.PHYSICIAN)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_whoever_may_open_the_record_can_be_asked(Role role) {
        var offered = here.as(Role.SOCIAL_WORKER, () -> readers.askable(record(), Section.PLAN)).stream()
                .map(StaffMember::id)
                .toList();
        var asked = staff(role);
        switch (role) {
            case PHYSICIAN, NURSE, PSYCHOLOGIST -> {
                assertThat(offered).contains(asked);
                ask(command(asked));
                assertThat(mine(role)).hasSize(1);
            }
            case DISPENSING_NURSE, FAMILY_WORKER, PEER_WORKER, COORDINATOR, SOCIAL_WORKER, AUDITOR, ADMINISTRATOR -> {
                assertThat(offered).doesNotContain(asked);
                refused(asked);
            }
        }
    }

    @Test
    void nobody_of_another_centre_is_asked() {
        refused(elsewhere.member(Role.PHYSICIAN).id());
    }

    @Test
    void for_a_protected_person_only_those_who_are_named_are_asked() {
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(staff(Role.SOCIAL_WORKER), staff(Role.PSYCHOLOGIST)),
                    "Lives at a secret address");
            return person;
        });
        assertThat(here.as(Role.SOCIAL_WORKER, () -> readers.askable(record(), Section.PLAN)))
                .extracting(StaffMember::id)
                .containsExactly(staff(Role.PSYCHOLOGIST));
        refused(staff(Role.PHYSICIAN));
        ask(command(staff(Role.PSYCHOLOGIST)));
        assertThat(mine(Role.PSYCHOLOGIST)).hasSize(1);
    }

    @Test
    void a_day_in_the_past_is_refused_at_its_field() {
        assertThatThrownBy(() -> ask(new AskColleague(
                        RequestId.create(),
                        here.centre(),
                        staff(Role.PHYSICIAN),
                        "Certificat",
                        null,
                        today.minusDays(1))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("dueOn"));
    }

    @Test
    void for_a_centre_where_the_author_takes_no_part_nothing_is_asked() {
        assertThatThrownBy(() -> ask(new AskColleague(
                        RequestId.create(),
                        elsewhere.centre(),
                        staff(Role.PHYSICIAN),
                        "Certificat",
                        null,
                        today.plusDays(1))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("centre"));
    }

    private void refused(StaffId asked) {
        assertThatThrownBy(() -> ask(command(asked)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("colleague"));
        assertThat(entries()).isEmpty();
    }

    private EntryId ask(AskColleague command) {
        return here.as(Role.SOCIAL_WORKER, () -> requests.ask(write(), command));
    }

    private AskColleague command(StaffId colleague) {
        return new AskColleague(
                RequestId.create(), here.centre(), colleague, "Certificat pour la MDPH", null, today.plusDays(2));
    }

    private StaffId staff(Role role) {
        return here.member(role).id();
    }

    private List<DueRow> mine(Role role) {
        return here.as(
                role,
                () -> worklist.mine(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), 100)
                        .rows());
    }

    private List<String> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(record(), TimelineFilter.ALL, null, 20).rows().stream()
                        .map(row -> String.valueOf(row.type()))
                        .toList());
    }

    private Grant write() {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    private Grant record() {
        return access.grant(person, Section.RECORD);
    }
}
