package org.relais.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Coded states with their dates, on a real database. */
@RelaisTest
@Import(SocialCases.class)
class SituationsServiceTests {

    @Autowired
    House house;

    @Autowired
    SocialCases cases;

    @Autowired
    Situations situations;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    House.Opened opened;
    Place here;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        opened = house.open();
        here = opened.here();
        person = cases.register(here);
        today = cases.today();
    }

    @Test
    void a_new_state_ends_the_one_before_and_overwrites_nothing() {
        tell("ETHOS_2", today.minusDays(90), null);
        tell("ETHOS_0", today.minusDays(10), null);
        assertThat(on(today.minusDays(11)).state(StateKind.HOUSING))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("ETHOS_2");
        assertThat(on(today.minusDays(10)).state(StateKind.HOUSING))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("ETHOS_0");
        assertThat(on(today.minusDays(91)).state(StateKind.HOUSING)).isEmpty();
        assertThat(history().of(StateKind.HOUSING))
                .extracting(StatePeriod::to)
                .containsExactly(null, today.minusDays(11));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM situation_state WHERE person_id = ? AND to_on IS NULL")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void not_asked_not_known_and_refused_are_three_things() {
        tell(StateKind.WORK, "NK", today);
        tell(StateKind.EDUCATION, "REFUSED", today);
        assertThat(on(today).state(StateKind.WORK))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("NK");
        assertThat(on(today).state(StateKind.EDUCATION))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("REFUSED");
        assertThat(on(today).state(StateKind.DEBTS)).isEmpty();
    }

    @Test
    void a_second_state_from_the_same_day_is_refused_and_corrected_instead() {
        var first = tell("ETHOS_2", today, null);
        assertThatThrownBy(() -> tell("ETHOS_0", today, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("from"));
        correct(first.id(), "ETHOS_0", today, "Mal compris");
        assertThat(on(today).state(StateKind.HOUSING))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("ETHOS_0");
        assertThat(history().corrected()).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("ETHOS_2");
            assertThat(row.supersededBy()).isNotNull();
        });
    }

    @Test
    void a_correction_of_the_day_frees_the_day_and_one_can_be_corrected_again() {
        var first = tell("ETHOS_2", today.minusDays(5), null);
        var second = correct(first.id(), "ETHOS_2", today.minusDays(8), "Jour");
        tell("ETHOS_3", today.minusDays(5), null);
        var third = correct(second.id(), "ETHOS_8", today.minusDays(8), "Chez sa sœur");
        assertThat(history().of(StateKind.HOUSING))
                .extracting(period -> period.state().code() + " " + period.from())
                .containsExactly("ETHOS_3 " + today.minusDays(5), "ETHOS_8 " + today.minusDays(8));
        assertThatThrownBy(() -> correct(second.id(), "ETHOS_1", today, "Encore"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> correct(third.id(), "ETHOS_1", today, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> correct(SituationStateId.create(), "ETHOS_1", today, "x"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_taken_back_stays_readable_and_holds_no_more() {
        var told = tell("ETHOS_9", today.minusDays(3), null);
        here.as(
                Role.SOCIAL_WORKER,
                () -> situations.correct(cases.write(person), CorrectState.takeBack(told.id(), "Autre personne")));
        assertThat(on(today).state(StateKind.HOUSING)).isEmpty();
        assertThat(history().corrected()).hasSize(2);
        tell("ETHOS_0", today.minusDays(3), null);
        assertThat(on(today).state(StateKind.HOUSING))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("ETHOS_0");
    }

    @Test
    void telling_twice_tells_once() {
        var command = new TellState(
                SituationStateId.create(), here.centre(), StateKind.HOUSING, "ETHOS_12", true, today, null, "Chez lui");
        assertThat(tell(command)).isEqualTo(tell(command));
        assertThat(on(today).state(StateKind.HOUSING))
                .get()
                .extracting(StateRow::lasting)
                .isEqualTo(true);
        assertThat(entries()).isOne();
    }

    @Test
    void of_many_from_one_day_at_the_same_moment_one_is_kept() throws Exception {
        var barrier = new CyclicBarrier(4);
        Callable<String> one = () -> {
            barrier.await();
            try {
                tell("ETHOS_3", today, null);
                return "kept";
            } catch (InvalidInput quicker) {
                return quicker.field();
            }
        };
        var said = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var future : pool.invokeAll(List.of(one, one, one, one))) {
                said.add(future.get());
            }
        }
        assertThat(said).containsExactlyInAnyOrder("kept", "from", "from", "from");
        assertThat(entries()).isOne();
    }

    @Test
    void of_two_corrections_at_the_same_moment_one_is_kept() throws Exception {
        var wrong = tell("ETHOS_3", today.minusDays(9), null);
        var barrier = new CyclicBarrier(2);
        List<Callable<String>> both = List.of(correction(wrong, 1, barrier), correction(wrong, 2, barrier));
        var said = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var future : pool.invokeAll(both)) {
                said.add(future.get());
            }
        }
        assertThat(said).containsExactlyInAnyOrder("kept", "refused");
        assertThat(history().of(StateKind.HOUSING)).hasSize(1);
    }

    @Test
    void another_centre_leads_its_own_and_reads_these_only_with_consent() {
        tell("ETHOS_2", today, null);
        var elsewhere = opened.elsewhere();
        house.follow(elsewhere, person);
        var there = elsewhere.as(Role.SOCIAL_WORKER, () -> situations.of(cases.read(person)));
        assertThat(there.isEmpty()).isTrue();
        assertThat(there.withheld()).isTrue();
        var told = new TellState(
                SituationStateId.create(), elsewhere.centre(), StateKind.HOUSING, "ETHOS_0", false, today, null, null);
        elsewhere.as(Role.SOCIAL_WORKER, () -> situations.tell(cases.write(person), told));
        assertThat(on(today).state(StateKind.HOUSING))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("ETHOS_2");
        assertThatThrownBy(() -> here.as(
                        Role.SOCIAL_WORKER,
                        () -> situations.correct(cases.write(person), CorrectState.takeBack(told.id(), "Non"))))
                .isInstanceOf(NotFound.class);
    }

    private Callable<String> correction(StateRow wrong, int days, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            try {
                correct(wrong.id(), "ETHOS_1", today.minusDays(days), "Corrigé");
                return "kept";
            } catch (Conflict quicker) {
                return "refused";
            }
        };
    }

    private StateRow tell(String code, LocalDate from, @Nullable LocalDate to) {
        return tell(new TellState(
                SituationStateId.create(), here.centre(), StateKind.HOUSING, code, false, from, to, null));
    }

    private StateRow tell(StateKind kind, String code, LocalDate from) {
        return tell(new TellState(SituationStateId.create(), here.centre(), kind, code, false, from, null, null));
    }

    private StateRow tell(TellState command) {
        return here.as(Role.SOCIAL_WORKER, () -> situations.tell(cases.write(person), command));
    }

    private StateRow correct(SituationStateId wrong, String code, LocalDate from, String reason) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> situations.correct(
                        cases.write(person),
                        new CorrectState(SituationStateId.create(), wrong, code, false, from, null, null, reason)));
    }

    private SituationHistory history() {
        return here.as(Role.SOCIAL_WORKER, () -> situations.of(cases.read(person)));
    }

    private SituationOn on(LocalDate day) {
        return here.as(Role.PSYCHOLOGIST, () -> situations.on(cases.read(person), day));
    }

    private long entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50).rows().stream()
                        .filter(entry -> EntryTypes.STATE.equals(entry.type()))
                        .count());
    }
}
