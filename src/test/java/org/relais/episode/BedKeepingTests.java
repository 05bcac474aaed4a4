package org.relais.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Beds that are kept, cleaned, closed, exchanged; on a real database. */
@RelaisTest
@Import({MovableClock.class, HeardChanges.class, People.class})
class BedKeepingTests {

    private static final String MEANT = "Nobody else can take her tonight";

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    BedKeeping keeping;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Place here;
    Place elsewhere;
    BedId bed;
    BedId other;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        bed = here.beds().getFirst();
        other = here.beds().getLast();
    }

    @Test
    void a_bed_that_is_left_is_to_be_cleaned_and_is_given_only_cleaned_or_knowingly() {
        var first = people.registeredAt(here, "Orion");
        var second = people.registeredAt(here, "Lyra");
        var third = people.registeredAt(here, "Vega");
        here.as(Role.NURSE, () -> {
            admit(first, bed, BedConsent.NONE);
            discharge(first);
            assertThat(state(bed).condition()).isEqualTo(BedCondition.TO_CLEAN);
            assertThatThrownBy(() -> admit(second, bed, BedConsent.NONE))
                    .isInstanceOfSatisfying(
                            BedWarned.class,
                            warned -> assertThat(warned.warning()).isEqualTo(BedWarned.Warning.TO_CLEAN));
            admit(second, bed, new BedConsent(true, null, null));
            discharge(second);
            clean(bed);
            assertThat(state(bed).condition()).isEqualTo(BedCondition.READY);
            assertThat(state(bed).since())
                    .isCloseTo(clock.instant(), org.assertj.core.api.Assertions.within(1, ChronoUnit.SECONDS));
            admit(third, bed, BedConsent.NONE);
            return null;
        });
        assertThat(acts(bed)).containsExactly("LEFT", "GIVEN_UNCLEANED", "LEFT", "CLEANED");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM episode_bed_event WHERE bed_id = ? AND recorded_by = ?")
                        .param(bed.value())
                        .param(here.member(Role.NURSE).id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void a_move_leaves_a_bed_to_be_cleaned_and_an_exchange_leaves_none() {
        var first = people.registeredAt(here, "Orion");
        var second = people.registeredAt(here, "Lyra");
        here.as(Role.NURSE, () -> {
            admit(first, bed, BedConsent.NONE);
            move(first, other);
            assertThat(state(bed).condition()).isEqualTo(BedCondition.TO_CLEAN);
            clean(bed);
            admit(second, bed, BedConsent.NONE);
            swap(first, second);
            assertThat(row(bed).person()).isEqualTo(first);
            assertThat(row(other).person()).isEqualTo(second);
            assertThat(state(bed).condition()).isEqualTo(BedCondition.READY);
            assertThat(state(other).condition()).isEqualTo(BedCondition.READY);
            return null;
        });
    }

    @Test
    void an_exchange_with_an_old_version_or_nobody_moves_neither() {
        var first = people.registeredAt(here, "Orion");
        var second = people.registeredAt(here, "Lyra");
        here.as(Role.NURSE, () -> {
            admit(first, bed, BedConsent.NONE);
            admit(second, other, BedConsent.NONE);
            var command = command(first, second);
            var old = new SwapBeds(command.first(), command.firstVersion(), command.second(), 99);
            assertThatThrownBy(() -> episodes.swap(write(first), write(second), old))
                    .isInstanceOf(StaleVersion.class);
            assertThatThrownBy(() -> episodes.swap(
                            write(first),
                            write(first),
                            new SwapBeds(
                                    command.first(), command.firstVersion(), command.first(), command.firstVersion())))
                    .isInstanceOf(Conflict.class);
            assertThat(row(bed).person()).isEqualTo(first);
            assertThat(row(other).person()).isEqualTo(second);
            discharge(second);
            assertThatThrownBy(() -> episodes.swap(write(first), write(second), command(first, second)))
                    .isInstanceOf(Conflict.class);
            return null;
        });
    }

    @Test
    void two_nurses_exchanging_the_same_two_people_at_once_do_it_once() throws Exception {
        var first = people.registeredAt(here, "Orion");
        var second = people.registeredAt(here, "Lyra");
        here.as(Role.NURSE, () -> {
            admit(first, bed, BedConsent.NONE);
            return admit(second, other, BedConsent.NONE);
        });
        var forth = here.as(Role.NURSE, () -> command(first, second));
        // An act of the same moment changes no version
        clock.move(Duration.ofMinutes(1));
        var back = new SwapBeds(forth.second(), forth.secondVersion(), forth.first(), forth.firstVersion());
        var won = atOnce(
                () -> {
                    var one = write(first);
                    var two = write(second);
                    return () -> episodes.swap(one, two, forth);
                },
                () -> {
                    var one = write(second);
                    var two = write(first);
                    return () -> episodes.swap(one, two, back);
                });
        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(here.as(Role.NURSE, () -> row(bed).person())).isEqualTo(second);
    }

    @Test
    void two_nurses_moving_two_people_to_one_bed_at_once_one_wins_and_the_other_stays() throws Exception {
        var more = people.registeredAt(here, "Lyra");
        var one = people.registeredAt(here, "Orion");
        here.as(Role.NURSE, () -> {
            admit(one, bed, BedConsent.NONE);
            return admit(more, null, BedConsent.NONE);
        });
        var won = atOnce(
                () -> {
                    var grant = write(one);
                    var command = new MoveBed(episode(one), version(one), other, null);
                    return () -> episodes.moveBed(grant, command);
                },
                () -> {
                    var grant = write(more);
                    var command = new MoveBed(episode(more), version(more), other, null);
                    return () -> episodes.moveBed(grant, command);
                });
        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM episode_bed_occupancy WHERE bed_id = ?")
                        .param(other.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void one_nurse_keeps_a_bed_while_another_gives_it_and_only_one_of_both_happens() throws Exception {
        var person = people.registeredAt(here, "Orion");
        var won = atOnce(
                () -> {
                    var grant = write(person);
                    return () -> episodes.admit(grant, new Admit(null, 0, here.ward(), bed, null));
                },
                () -> {
                    var scope = scope();
                    return () -> keeping.reserve(scope, reservation("Planned admission"));
                });
        assertThat(won).containsExactlyInAnyOrder(true, false);
        here.as(Role.NURSE, () -> {
            assertThat(row(bed).taken()).isNotEqualTo(state(bed).reservation() != null);
            return null;
        });
    }

    @Test
    void a_bed_kept_for_somebody_is_theirs_and_nobody_elses_without_a_reason() {
        var expected = people.registeredAt(here, "Orion");
        var someone = people.registeredAt(here, "Lyra");
        here.as(Role.NURSE, () -> {
            keeping.reserve(write(expected), reservation(null));
            var kept = Objects.requireNonNull(state(bed).reservation());
            assertThat(kept.person()).isEqualTo(expected);
            assertThat(Objects.requireNonNull(kept.name()).display()).isEqualTo("Orion");
            assertThatThrownBy(() -> admit(someone, bed, BedConsent.NONE))
                    .isInstanceOfSatisfying(
                            BedWarned.class,
                            warned -> assertThat(warned.warning()).isEqualTo(BedWarned.Warning.RESERVED));
            assertThatThrownBy(() -> admit(someone, bed, new BedConsent(false, kept.id(), null)))
                    .isInstanceOf(BedWarned.class);
            assertThatThrownBy(() -> admit(someone, bed, new BedConsent(false, null, "Because")))
                    .isInstanceOf(InvalidInput.class);
            admit(expected, bed, BedConsent.NONE);
            assertThat(state(bed).reservation()).isNull();
            return null;
        });
        assertThat(acts(bed)).containsExactly("RESERVED", "FULFILLED");
    }

    @Test
    void going_against_a_reservation_keeps_who_did_and_why() {
        var expected = people.registeredAt(here, "Orion");
        var someone = people.registeredAt(here, "Lyra");
        here.as(Role.NURSE, () -> {
            keeping.reserve(write(expected), reservation(null));
            return null;
        });
        here.as(Role.PHYSICIAN, () -> admit(someone, bed, new BedConsent(false, null, MEANT)));
        assertThat(jdbc.sql("SELECT reason FROM episode_bed_event WHERE bed_id = ? AND act = 'OVERRIDDEN'"
                                + " AND recorded_by = ? AND person_id = ?")
                        .param(bed.value())
                        .param(here.member(Role.PHYSICIAN).id().value())
                        .param(expected.value())
                        .query(String.class)
                        .single())
                .isEqualTo(MEANT);
    }

    @Test
    void who_comes_into_another_bed_needs_the_kept_one_no_more_and_one_bed_is_kept_at_a_time() {
        var expected = people.registeredAt(here, "Orion");
        here.as(Role.NURSE, () -> {
            keeping.reserve(write(expected), reservation(null));
            keeping.reserve(write(expected), new ReserveBed(BedReservationId.create(), other, null, clock.instant()));
            assertThat(state(bed).reservation()).isNull();
            assertThat(state(other).reservation()).isNotNull();
            admit(expected, bed, BedConsent.NONE);
            assertThat(state(other).reservation()).isNull();
            return null;
        });
        assertThat(acts(other)).containsExactly("RESERVED", "RELEASED");
    }

    @Test
    void a_bed_kept_for_words_is_given_to_whom_the_nurse_says_they_were_for() {
        var person = people.registeredAt(here, "Orion");
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> keeping.reserve(scope(), reservation(" "))).isInstanceOf(InvalidInput.class);
            var command = reservation("Planned admission");
            keeping.reserve(scope(), command);
            keeping.reserve(scope(), command);
            assertThatThrownBy(() -> keeping.reserve(scope(), reservation("Another one")))
                    .isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> admit(person, bed, BedConsent.NONE)).isInstanceOf(BedWarned.class);
            admit(person, bed, new BedConsent(false, command.id(), null));
            return null;
        });
        assertThat(acts(bed)).containsExactly("RESERVED", "FULFILLED");
    }

    @Test
    void a_reservation_is_taken_back_once_and_not_somebody_elses() {
        here.as(Role.NURSE, () -> {
            var command = reservation("Planned admission");
            keeping.reserve(scope(), command);
            assertThatThrownBy(() -> keeping.release(scope(), new ReleaseBed(bed, BedReservationId.create())))
                    .isInstanceOf(StaleVersion.class);
            keeping.release(scope(), new ReleaseBed(bed, command.id()));
            keeping.release(scope(), new ReleaseBed(bed, command.id()));
            return null;
        });
        assertThat(acts(bed)).containsExactly("RESERVED", "RELEASED");
    }

    @Test
    void a_closed_bed_says_why_is_given_to_nobody_and_opens_to_be_cleaned() {
        var person = people.registeredAt(here, "Orion");
        here.as(Role.NURSE, () -> {
            var today = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Paris"));
            assertThatThrownBy(() -> keeping.change(scope(), closing(0, null, null)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> keeping.change(scope(), closing(0, "Broken wheel", today.minusDays(1))))
                    .isInstanceOf(InvalidInput.class);
            keeping.change(scope(), closing(0, "Broken wheel", today));
            assertThat(state(bed).reason()).isEqualTo("Broken wheel");
            assertThat(episodes.freeBeds(here.ward()))
                    .extracting(one -> one.id())
                    .doesNotContain(bed);
            assertThatThrownBy(() -> admit(person, bed, new BedConsent(true, null, MEANT)))
                    .isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> keeping.reserve(scope(), reservation("Planned admission")))
                    .isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> keeping.change(scope(), ChangeBed.toClean(bed, 0)))
                    .isInstanceOf(StaleVersion.class);
            keeping.change(scope(), ChangeBed.toClean(bed, state(bed).version()));
            assertThat(state(bed).condition()).isEqualTo(BedCondition.TO_CLEAN);
            return null;
        });
        assertThat(acts(bed)).containsExactly("CLOSED", "REOPENED");
    }

    @Test
    void an_occupied_bed_is_neither_kept_nor_closed_and_a_kept_one_not_closed() {
        var person = people.registeredAt(here, "Orion");
        here.as(Role.NURSE, () -> {
            admit(person, bed, BedConsent.NONE);
            assertThatThrownBy(() -> keeping.reserve(scope(), reservation("Planned admission")))
                    .isInstanceOf(BedTaken.class);
            assertThatThrownBy(() -> keeping.change(scope(), closing(state(bed).version(), "Broken wheel", null)))
                    .isInstanceOf(BedTaken.class);
            keeping.reserve(
                    scope(), new ReserveBed(BedReservationId.create(), other, "Planned admission", clock.instant()));
            assertThatThrownBy(() -> keeping.change(
                            scope(),
                            new ChangeBed(other, state(other).version(), BedCondition.CLOSED, "Broken wheel", null)))
                    .isInstanceOf(Conflict.class);
            return null;
        });
    }

    @Test
    void nobody_of_another_centre_and_nobody_who_only_reads_touches_a_bed() {
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> keeping.reserve(scope(), reservation("Planned admission")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> keeping.change(scope(), ChangeBed.toClean(bed, 0)))
                    .isInstanceOf(NotFound.class);
            return null;
        });
        here.as(Role.PEER_WORKER, () -> {
            assertThatThrownBy(() -> keeping.reserve(scope(), reservation("Planned admission")))
                    .isInstanceOf(AccessDenied.class);
            return null;
        });
        assertThat(acts(bed)).isEmpty();
    }

    @Test
    void who_is_hidden_from_the_reader_is_not_named_by_what_is_kept_for_them() {
        var person = people.registeredAt(here, "Orion");
        here.as(Role.NURSE, () -> {
            keeping.reserve(write(person), reservation(null));
            return null;
        });
        protect(person);
        here.as(Role.PHYSICIAN, () -> {
            var kept = Objects.requireNonNull(state(bed).reservation());
            assertThat(kept.person()).isNull();
            assertThat(kept.name()).isNull();
            return null;
        });
    }

    @Test
    void the_unit_sees_who_waits_before_who_was_asked_for() {
        var asked = people.registeredAt(here, "Orion");
        var waits = people.registeredAt(here, "Lyra");
        here.as(Role.NURSE, () -> {
            episodes.enquire(write(asked), new OpenEnquiry(here.ward(), null, null));
            episodes.waitFor(write(waits), new PutOnWaitingList(null, 0, here.ward(), Priority.NORMAL, null, null));
            assertThat(episodes.expected(scope(), here.ward()))
                    .extracting(row -> Objects.requireNonNull(row.name()).display())
                    .containsExactly("Lyra", "Orion");
            return null;
        });
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> episodes.expected(scope(), here.ward())))
                .isInstanceOf(NotFound.class);
    }

    private List<Boolean> atOnce(Callable<Runnable> one, Callable<Runnable> two) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var attempts = List.of(one, two).stream()
                    .map(prepared -> threads.submit((Callable<Boolean>) () -> here.as(Role.NURSE, () -> {
                        var act = prepared.call();
                        start.await();
                        try {
                            act.run();
                            return true;
                        } catch (Conflict | StaleVersion refused) {
                            return false;
                        }
                    })))
                    .toList();
            var won = new ArrayList<Boolean>();
            for (var attempt : attempts) {
                won.add(attempt.get());
            }
            return won;
        }
    }

    private void protect(PersonId person) {
        jdbc.sql("INSERT INTO access_protection (person_id, reason, protected_at, protected_by) VALUES (?,?,?,?)")
                .param(person.value())
                .param("Known to the staff")
                .param(java.time.LocalDateTime.of(2026, 1, 1, 0, 0))
                .param(here.member(Role.COORDINATOR).id().value())
                .update();
    }

    private ReserveBed reservation(@Nullable String words) {
        Instant later = clock.instant().plus(Duration.ofHours(2));
        return new ReserveBed(BedReservationId.create(), bed, words, later);
    }

    private ChangeBed closing(int version, @Nullable String reason, java.time.@Nullable LocalDate until) {
        return new ChangeBed(bed, version, BedCondition.CLOSED, reason, until);
    }

    private EpisodeId admit(PersonId person, @Nullable BedId into, BedConsent consent) {
        return episodes.admit(write(person), new Admit(null, 0, here.ward(), into, null, consent));
    }

    private void move(PersonId person, BedId to) {
        episodes.moveBed(write(person), new MoveBed(episode(person), version(person), to, null));
    }

    private void swap(PersonId first, PersonId second) {
        episodes.swap(write(first), write(second), command(first, second));
    }

    private SwapBeds command(PersonId first, PersonId second) {
        return new SwapBeds(episode(first), version(first), episode(second), version(second));
    }

    private void discharge(PersonId person) {
        episodes.discharge(
                write(person),
                new Discharge(episode(person), version(person), EndReason.COMPLETED, Destination.HOME, null, null));
    }

    private void clean(BedId one) {
        keeping.change(scope(), ChangeBed.cleaned(one, state(one).version()));
    }

    private EpisodeId episode(PersonId person) {
        return latest(person).id();
    }

    private long version(PersonId person) {
        return latest(person).version();
    }

    private EpisodeRow latest(PersonId person) {
        return episodes.of(access.grant(person, Section.RECORD)).getFirst();
    }

    private BedRow row(BedId one) {
        return episodes.beds(scope(), here.ward()).stream()
                .filter(row -> row.bed().id().equals(one))
                .findFirst()
                .orElseThrow();
    }

    private BedState state(BedId one) {
        return row(one).state();
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    private Grant write(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private List<String> acts(BedId one) {
        return jdbc.sql("SELECT act FROM episode_bed_event WHERE bed_id = ? ORDER BY id")
                .param(one.value())
                .query(String.class)
                .list();
    }
}
