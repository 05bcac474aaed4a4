package org.relais.episode;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.PlaceOfferId;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Member;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Places offered, accepted, declined, withdrawn and lapsed; on a real database, with two at once. */
@RelaisTest
@Import({MovableClock.class, HeardChanges.class, People.class})
class PlaceOffersTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    BedKeeping keeping;

    @Autowired
    PlannedDischarges discharges;

    @Autowired
    PlaceOffers offers;

    @Autowired
    PlaceOfferWatch watch;

    @Autowired
    PlaceLists places;

    @Autowired
    SharingConsents consents;

    @Autowired
    Protections protections;

    @Autowired
    StaffSetup staff;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    StatementLog statements;

    @Autowired
    MovableClock clock;

    Place here;
    Place elsewhere;
    BedId bed;
    BedId other;
    Member both;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        bed = here.beds().getFirst();
        other = here.beds().getLast();
        both = here.member(Role.COORDINATOR);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(both.id(), elsewhere.centre(), null);
            return null;
        });
    }

    @Test
    void an_offer_keeps_the_bed_and_the_accepted_one_is_taken_up_by_the_admission() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        coordinate(() -> {
            var id = offer(person, bed);
            assertThat(Objects.requireNonNull(row(bed).state().reservation()).person())
                    .isEqualTo(person);
            assertThat(list().getFirst().offer()).isEqualTo(PlaceOfferState.OFFERED);
            var accepted = offers.accept(write(person), id, 0);
            assertThat(accepted.state()).isEqualTo(PlaceOfferState.ACCEPTED);
            admit(person, bed);
            assertThat(state(id)).isEqualTo("TAKEN_UP");
            assertThat(row(bed).person()).isEqualTo(person);
            assertThat(row(bed).state().reservation()).isNull();
            return null;
        });
        assertThat(jdbc.sql("SELECT act FROM episode_bed_event WHERE bed_id = ? ORDER BY id")
                        .param(bed.value())
                        .query(String.class)
                        .list())
                .containsExactly("RESERVED", "FULFILLED");
    }

    @Test
    void whoever_declines_keeps_the_rank_unless_they_leave_the_list() {
        var first = waiting(here, "Orion", Priority.NORMAL);
        clock.move(Duration.ofMinutes(1));
        var second = waiting(here, "Lyra", Priority.NORMAL);
        coordinate(() -> {
            var id = offer(first, bed);
            assertThatThrownBy(() -> offers.decline(write(first), new DeclinePlace(id, 0, " ", false)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("reason"));
            offers.decline(write(first), new DeclinePlace(id, 0, "Trop loin de sa fille", false));
            assertThat(list()).extracting(PlaceWaiting::person).containsExactly(first, second);
            assertThat(row(bed).state().reservation()).isNull();
            // The next offer of the same bed
            var again = offer(first, bed);
            offers.decline(write(first), new DeclinePlace(again, 0, "Reste chez lui", true));
            assertThat(list()).extracting(PlaceWaiting::person).containsExactly(second);
            assertThat(offers.of(record(first)))
                    .extracting(PlaceOffer::state, PlaceOffer::reason)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(PlaceOfferState.DECLINED, "Reste chez lui"),
                            org.assertj.core.groups.Tuple.tuple(PlaceOfferState.DECLINED, "Trop loin de sa fille"));
            return null;
        });
    }

    @Test
    void what_nobody_answers_lapses_by_the_clock_frees_the_bed_and_can_no_longer_be_accepted() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        var next = waiting(here, "Lyra", Priority.NORMAL);
        coordinate(() -> {
            var id = offer(person, bed);
            clock.move(Duration.ofHours(25));
            // Nobody looked yet, and it is over all the same
            assertThat(places.board(scope()).offers().getFirst().state()).isEqualTo(PlaceOfferState.EXPIRED);
            assertThat(list()).extracting(PlaceWaiting::offer).containsOnlyNulls();
            assertThatThrownBy(() -> offers.accept(write(person), id, 0))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            refused -> assertThat(refused.key()).isEqualTo("episode.offer.error.ended.expired"));
            // The bed can be offered at once
            var second = offer(next, bed);
            assertThat(state(id)).isEqualTo("EXPIRED");
            clock.move(Duration.ofHours(25));
            watch.look();
            assertThat(state(second)).isEqualTo("EXPIRED");
            assertThat(row(bed).state().reservation()).isNull();
            var once = version(second);
            watch.look();
            assertThat(version(second)).isEqualTo(once);
            // Nor does it stand in the way of an admission
            offer(person, bed);
            clock.move(Duration.ofHours(25));
            admit(next, bed);
            return null;
        });
    }

    @Test
    void two_coordinators_offer_one_bed_at_once_and_one_of_them_is_refused() throws Exception {
        var one = waiting(here, "Orion", Priority.NORMAL);
        var two = waiting(here, "Lyra", Priority.NORMAL);
        var won = atOnce(() -> prepared(one, bed), () -> prepared(two, bed));
        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(live(bed)).isOne();
    }

    @Test
    void one_person_is_offered_two_beds_at_once_and_gets_one_offer() throws Exception {
        var person = waiting(here, "Orion", Priority.NORMAL);
        var won = atOnce(() -> prepared(person, bed), () -> prepared(person, other));
        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(live(bed) + live(other)).isOne();
        coordinate(() -> {
            assertThat(List.of(
                            row(bed).state().reservation() != null,
                            row(other).state().reservation() != null))
                    .containsExactlyInAnyOrder(true, false);
            return null;
        });
    }

    @Test
    void a_bed_is_offered_while_it_is_given_and_only_one_of_both_happens() throws Exception {
        var one = waiting(here, "Orion", Priority.NORMAL);
        var two = waiting(here, "Lyra", Priority.NORMAL);
        var won = atOnce(() -> prepared(one, bed), () -> {
            var grant = write(two);
            var command = admission(two, bed);
            return () -> episodes.admit(grant, command);
        });
        assertThat(won).containsExactlyInAnyOrder(true, false);
        coordinate(() -> {
            assertThat(row(bed).taken()).isNotEqualTo(live(bed) == 1);
            return null;
        });
    }

    @Test
    void an_answer_and_the_end_of_the_time_at_once_leave_one_of_both() throws Exception {
        var person = waiting(here, "Orion", Priority.NORMAL);
        var id = coordinate(() -> offer(person, bed));
        // The answer comes in time, and the look at the clock begins a moment later
        var before = coordinate(() -> write(person));
        clock.move(Duration.ofMinutes(1));
        jdbc.sql("UPDATE episode_place_offer SET holds_until = ? WHERE id = ?")
                .param(org.relais.shared.Utc.column(clock.instant().plusMillis(150)))
                .param(id.value())
                .update();
        var won = atOnce(() -> () -> offers.accept(before, id, 0), () -> () -> {
            clock.move(Duration.ofMillis(150));
            watch.look();
        });
        var accepted = won.getFirst();
        assertThat(state(id)).isEqualTo(accepted ? "ACCEPTED" : "EXPIRED");
        coordinate(() -> {
            assertThat(row(bed).state().reservation() != null).isEqualTo(accepted);
            return null;
        });
    }

    @Test
    void the_database_holds_one_live_offer_a_bed_and_a_waiting() throws Exception {
        var one = waiting(here, "Orion", Priority.NORMAL);
        var two = waiting(here, "Lyra", Priority.NORMAL);
        coordinate(() -> offer(one, bed));
        try (var first = dataSource.getConnection();
                var second = dataSource.getConnection()) {
            assertThatThrownBy(() -> copy(first, one, two, bed)).hasMessageContaining("episode_place_offer_bed");
            assertThatThrownBy(() -> copy(second, one, one, other)).hasMessageContaining("episode_place_offer_waiting");
        }
    }

    @Test
    void a_place_in_another_centre_needs_the_consent_and_moves_the_waiting_there_with_its_rank() {
        var person = waiting(here, "Orion", Priority.HIGH);
        var there = elsewhere.beds().getFirst();
        coordinate(() -> {
            assertThatThrownBy(() -> offer(person, elsewhere.ward(), there))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            refused -> assertThat(refused.key()).isEqualTo("episode.offer.error.consent"));
            var since = list().getFirst().since();
            agree(person, elsewhere.centre());
            var id = offer(person, elsewhere.ward(), there);
            offers.accept(write(person), id, 0);
            var rows = list();
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.unit()).isEqualTo(elsewhere.ward());
                assertThat(row.priority()).isEqualTo(Priority.HIGH);
                assertThat(row.since()).isEqualTo(since);
                assertThat(row.offer()).isEqualTo(PlaceOfferState.ACCEPTED);
            });
            var row = rows.getFirst();
            episodes.admit(write(person), new Admit(row.id(), row.version(), elsewhere.ward(), there, null));
            assertThat(state(id)).isEqualTo("TAKEN_UP");
            return null;
        });
    }

    @Test
    void a_withdrawn_consent_stops_the_answer() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        coordinate(() -> {
            var consent = agree(person, elsewhere.centre());
            var id = offer(person, elsewhere.ward(), elsewhere.beds().getFirst());
            consents.withdraw(write(person), consent);
            assertThatThrownBy(() -> offers.accept(write(person), id, 0)).isInstanceOf(Conflict.class);
            assertThat(state(id)).isEqualTo("OFFERED");
            return null;
        });
    }

    @Test
    void what_happens_to_the_bed_or_the_person_meanwhile_ends_the_offer_and_says_how() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        var neighbour = waiting(here, "Lyra", Priority.NORMAL);
        coordinate(() -> {
            var released = offer(person, bed);
            keeping.release(scope(), new ReleaseBed(bed, new BedReservationId(released.value())));
            assertThat(ending(released)).isEqualTo("WITHDRAWN BED_RELEASED");

            var overridden = offer(person, bed);
            episodes.admit(
                    write(neighbour),
                    new Admit(
                            episode(neighbour).id(),
                            episode(neighbour).version(),
                            here.ward(),
                            bed,
                            null,
                            new BedConsent(false, null, "Nobody else can take her tonight")));
            assertThat(ending(overridden)).isEqualTo("WITHDRAWN BED_GIVEN");
            assertThatThrownBy(() -> offers.accept(write(person), overridden, 1))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            refused -> assertThat(refused.key()).isEqualTo("episode.offer.error.ended.withdrawn"));
            assertThatThrownBy(() -> offer(person, bed)).isInstanceOf(BedTaken.class);

            var left = offer(person, other);
            var row = episode(person);
            episodes.discharge(
                    write(person), new Discharge(row.id(), row.version(), EndReason.ENDED_BY_PERSON, null, null, null));
            assertThat(ending(left)).isEqualTo("WITHDRAWN WAITING_ENDED");
            assertThat(row(other).state().reservation()).isNull();
            assertThatThrownBy(() -> offer(person, other)).isInstanceOf(Conflict.class);
            return null;
        });
    }

    @Test
    void a_closed_bed_a_past_day_and_an_old_version_are_refused_each_at_its_place() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        coordinate(() -> {
            keeping.change(
                    scope(), new ChangeBed(bed, row(bed).state().version(), BedCondition.CLOSED, "Sommier", null));
            assertThatThrownBy(() -> offer(person, bed))
                    .isInstanceOfSatisfying(
                            Conflict.class, refused -> assertThat(refused.key()).isEqualTo("episode.error.bed-closed"));
            var row = episode(person);
            refused("beginsOn", person, today().minusDays(1), soon());
            refused("beginsOn", person, today().plusDays(PlaceOffers.DAYS_AHEAD + 1L), soon());
            refused("holdsUntil", person, today(), clock.instant());
            refused("holdsUntil", person, today(), clock.instant().plus(Duration.ofDays(15)));
            assertThatThrownBy(() -> offers.offer(
                            write(person),
                            new OfferPlace(PlaceOfferId.create(), row.id(), 99, here.ward(), other, today(), soon())))
                    .isInstanceOf(StaleVersion.class);
            var id = offer(person, other);
            assertThatThrownBy(() -> offers.withdraw(scope(), new WithdrawPlace(id, 99, "Erreur de lit")))
                    .isInstanceOf(StaleVersion.class);
            assertThat(state(id)).isEqualTo("OFFERED");
            return null;
        });
        // Another centre neither sees the offer nor takes it back
        var id = new PlaceOfferId(jdbc.sql("SELECT id FROM episode_place_offer WHERE person_id = ? AND live")
                .param(person.value())
                .query(UUID.class)
                .single());
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> offers.withdraw(scope(), new WithdrawPlace(id, 0, "Pas à nous")))
                    .isInstanceOf(NotFound.class);
            return null;
        });
        assertThatThrownBy(() -> elsewhere.as(Role.PEER_WORKER, () -> places.board(scope())))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_unit_is_not_offered_to_more_people_than_it_will_have_places() {
        var staying = waiting(here, "Vega", Priority.NORMAL);
        var first = waiting(here, "Orion", Priority.NORMAL);
        var second = waiting(here, "Lyra", Priority.NORMAL);
        coordinate(() -> {
            admit(staying, bed);
            offer(first, other);
            assertThatThrownBy(() -> offer(second, (BedId) null))
                    .isInstanceOfSatisfying(
                            Conflict.class, refused -> assertThat(refused.key()).isEqualTo("episode.offer.error.full"));
            discharges.plan(write(staying), episode(staying).id(), today());
            assertThat(places.board(scope()).units().stream()
                            .filter(unit -> unit.unit().id().equals(here.ward()))
                            .flatMap(unit -> unit.expected().stream()))
                    .singleElement()
                    .satisfies(expected -> {
                        assertThat(expected.daysLeft()).isZero();
                        assertThat(Objects.requireNonNull(expected.name()).display())
                                .isEqualTo("Vega");
                    });
            offer(second, (BedId) null);
            return null;
        });
    }

    @Test
    void an_admission_for_now_leaves_what_is_offered_for_later() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        coordinate(() -> {
            var ward = offer(person, bed);
            agree(person, elsewhere.centre());
            episodes.waitFor(
                    write(person), new PutOnWaitingList(null, 0, elsewhere.ward(), Priority.NORMAL, null, null));
            var row = list().stream()
                    .filter(one -> one.unit().equals(elsewhere.ward()))
                    .findFirst()
                    .orElseThrow();
            var later = PlaceOfferId.create();
            offers.offer(
                    write(person),
                    new OfferPlace(
                            later,
                            row.id(),
                            row.version(),
                            elsewhere.ward(),
                            elsewhere.beds().getFirst(),
                            today().plusDays(10),
                            soon()));
            admit(person, bed);
            assertThat(state(ward)).isEqualTo("TAKEN_UP");
            assertThat(state(later)).isEqualTo("OFFERED");
            return null;
        });
    }

    @Test
    void twice_with_one_id_is_once() {
        var person = waiting(here, "Orion", Priority.NORMAL);
        coordinate(() -> {
            var row = episode(person);
            var command =
                    new OfferPlace(PlaceOfferId.create(), row.id(), row.version(), here.ward(), bed, today(), soon());
            offers.offer(write(person), command);
            offers.offer(write(person), command);
            return null;
        });
        assertThat(live(bed)).isOne();
    }

    @Test
    void people_of_other_centres_are_named_only_when_they_agreed_and_protected_ones_are_not_there() {
        var own = waiting(here, "Orion", Priority.NORMAL);
        var shy = waiting(elsewhere, "Lyra", Priority.HIGH);
        var agreed = waiting(elsewhere, "Vega", Priority.LOW);
        var hidden = waiting(elsewhere, "Altair", Priority.HIGH);
        elsewhere.as(Role.NURSE, () -> agree(agreed, here.centre()));
        elsewhere.as(Role.COORDINATOR, () -> {
            protections.protect(write(hidden), Set.of(), "Known to the staff");
            return null;
        });
        here.as(Role.NURSE, () -> {
            var mine = Set.of(here.centre(), elsewhere.centre());
            var rows = places.waiting(scope(), PlaceFilter.all(), 200).rows().stream()
                    .filter(row -> mine.contains(row.centre()))
                    .toList();
            assertThat(rows).extracting(PlaceWaiting::person).containsExactly(null, own, agreed);
            var nameless = rows.getFirst();
            assertThat(nameless.centre()).isEqualTo(elsewhere.centre());
            assertThat(nameless.name()).isNull();
            assertThat(nameless.reason()).isNull();
            assertThat(nameless.priority()).isEqualTo(Priority.HIGH);
            // Nor are they offered anything from here
            assertThatThrownBy(() -> write(shy)).isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    @Test
    void the_screen_costs_as_many_statements_for_many_as_for_few_and_is_read_by_pages() {
        for (var name : List.of("Orion", "Lyra")) {
            waiting(here, name, Priority.NORMAL);
        }
        coordinate(() -> {
            admit(waiting(here, "Sirius", Priority.NORMAL), other);
            var few = cost();
            // One more for each list that holds people of other centres: who of them agreed
            assertThat(few).isEqualTo(7);
            var names = List.of("Vega", "Altair", "Deneb", "Rigel", "Mira", "Adhara");
            for (var name : names) {
                waiting(here, name, Priority.HIGH);
            }
            offer(
                    waiting(elsewhere, "Spica", Priority.NORMAL),
                    elsewhere.ward(),
                    elsewhere.beds().getFirst());
            admit(waiting(here, "Polaris", Priority.NORMAL), bed);
            discharges.plan(write(personIn(bed)), episode(personIn(bed)).id(), today().plusDays(3));
            assertThat(cost()).isEqualTo(few);

            var filter = new PlaceFilter(here.centre(), null, null, null);
            var seen = new ArrayList<PersonId>();
            var page = places.waiting(scope(), filter, 3);
            while (true) {
                page.rows().forEach(row -> seen.add(Objects.requireNonNull(row.person())));
                if (!page.more()) {
                    break;
                }
                page = places.waiting(scope(), filter.after(page.rows().getLast()), 3);
            }
            assertThat(seen).hasSize(8).doesNotHaveDuplicates();
            assertThat(places.waiting(scope(), new PlaceFilter(here.centre(), Priority.HIGH, null, null), 50)
                            .rows())
                    .hasSize(6);
            assertThat(places.waiting(scope(), new PlaceFilter(here.centre(), null, EpisodeKind.OUTPATIENT, null), 50)
                            .rows())
                    .isEmpty();
            return null;
        });
    }

    private long cost() {
        var scope = scope();
        statements.clear();
        places.waiting(scope, new PlaceFilter(here.centre(), null, null, null), 50);
        places.board(scope);
        return statements.ofAccount("_application").stream()
                .filter(statement -> statement.sql().contains("episode_")
                        || statement.sql().contains("person_")
                        || statement.sql().contains("access_sharing"))
                .count();
    }

    private List<Boolean> atOnce(Callable<Runnable> one, Callable<Runnable> two) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var attempts = List.of(one, two).stream()
                    .map(prepared -> threads.submit((Callable<Boolean>) () -> both.act(() -> {
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

    private Runnable prepared(PersonId person, BedId into) {
        var grant = write(person);
        var row = episode(person);
        var command =
                new OfferPlace(PlaceOfferId.create(), row.id(), row.version(), here.ward(), into, today(), soon());
        return () -> offers.offer(grant, command);
    }

    private static void copy(Connection connection, PersonId like, PersonId waits, BedId into) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO episode_place_offer
                    (id, version, episode_id, person_id, from_centre_id, from_unit_id, to_centre_id, to_unit_id, bed_id,
                     begins_on, holds_until, state, offered_at, offered_by, live)
                SELECT ?, 0, e.id, e.person_id, o.from_centre_id, o.from_unit_id, o.to_centre_id, o.to_unit_id, ?,
                       o.begins_on, o.holds_until, o.state, o.offered_at, o.offered_by, o.live
                FROM episode_place_offer o JOIN episode_episode e ON e.person_id = ? WHERE o.person_id = ?""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, into.value());
            insert.setObject(3, waits.value());
            insert.setObject(4, like.value());
            insert.executeUpdate();
        }
    }

    private void refused(String field, PersonId person, LocalDate beginsOn, Instant holdsUntil) {
        var row = episode(person);
        assertThatThrownBy(() -> offers.offer(
                        write(person),
                        new OfferPlace(
                                PlaceOfferId.create(),
                                row.id(),
                                row.version(),
                                here.ward(),
                                other,
                                beginsOn,
                                holdsUntil)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private <T> T coordinate(Callable<T> act) {
        return both.act(act);
    }

    private PersonId waiting(Place place, String alias, Priority priority) {
        var person = people.registeredAt(place, alias);
        place.as(
                Role.NURSE,
                () -> episodes.waitFor(
                        write(person),
                        new PutOnWaitingList(
                                null,
                                0,
                                place.ward(),
                                priority,
                                priority == Priority.NORMAL ? null : "Sans domicile",
                                null)));
        return person;
    }

    private PlaceOfferId offer(PersonId person, @Nullable BedId into) {
        return offer(person, here.ward(), into);
    }

    private PlaceOfferId offer(PersonId person, UnitId unit, @Nullable BedId into) {
        var row = episode(person);
        return offers.offer(
                write(person),
                new OfferPlace(PlaceOfferId.create(), row.id(), row.version(), unit, into, today(), soon()));
    }

    private org.relais.shared.ConsentId agree(PersonId person, CentreId with) {
        return consents.give(
                write(person),
                new GiveConsent(with, null, EnumSet.of(Section.ADMINISTRATIVE), ConsentPurpose.CARE, null, "fr"));
    }

    private void admit(PersonId person, BedId into) {
        episodes.admit(write(person), admission(person, into));
    }

    private Admit admission(PersonId person, BedId into) {
        var row = episode(person);
        return new Admit(row.id(), row.version(), here.ward(), into, null);
    }

    private EpisodeRow episode(PersonId person) {
        return episodes.of(record(person)).stream()
                .filter(row -> row.state() != EpisodeState.CLOSED)
                .min(java.util.Comparator.comparing(row -> !here.ward().equals(row.unit())))
                .orElseGet(() -> episodes.of(record(person)).getFirst());
    }

    private PersonId personIn(BedId one) {
        return Objects.requireNonNull(row(one).person());
    }

    private BedRow row(BedId one) {
        return episodes.beds(scope(), here.ward()).stream()
                .filter(row -> row.bed().id().equals(one))
                .findFirst()
                .orElseThrow();
    }

    /** Who waits in the two centres. */
    private List<PlaceWaiting> list() {
        var mine = Set.of(here.centre(), elsewhere.centre());
        return places.waiting(scope(), PlaceFilter.all(), 500).rows().stream()
                .filter(row -> mine.contains(row.centre()))
                .toList();
    }

    private String state(PlaceOfferId offer) {
        return jdbc.sql("SELECT state FROM episode_place_offer WHERE id = ?")
                .param(offer.value())
                .query(String.class)
                .single();
    }

    private String ending(PlaceOfferId offer) {
        return jdbc.sql("SELECT CONCAT(state, ' ', cause) FROM episode_place_offer WHERE id = ? AND live IS NULL")
                .param(offer.value())
                .query(String.class)
                .single();
    }

    private long version(PlaceOfferId offer) {
        return jdbc.sql("SELECT version FROM episode_place_offer WHERE id = ?")
                .param(offer.value())
                .query(Long.class)
                .single();
    }

    private int live(BedId one) {
        return jdbc.sql("SELECT COUNT(*) FROM episode_place_offer WHERE bed_id = ? AND live")
                .param(one.value())
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(24));
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    private Grant write(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }
}
