package org.relais.episode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.TransferId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A transfer between two centres, from the request to the arrival, the refusal or the withdrawal. */
@RelaisTest
@Import({MovableClock.class, HeardChanges.class, People.class})
class TransfersTests {

    private static final String HAND_OVER = "Sleeps badly, eats well; her sister calls on Sundays.";

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    Timeline timeline;

    @Autowired
    Protections protections;

    @Autowired
    AccessService access;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;
    PersonId person;
    EpisodeId episode;

    @BeforeEach
    void admitted() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here);
        episode = here.as(
                Role.NURSE,
                () -> episodes.admit(
                        write(person),
                        new Admit(null, 0, here.ward(), here.beds().getFirst(), null)));
    }

    @Test
    void before_it_accepts_the_other_centre_reads_the_request_and_nothing_of_the_record() {
        request();
        var asked = elsewhere.as(Role.NURSE, () -> only(elsewhere));
        assertThat(asked.name().display()).isEqualTo("Orion");
        assertThat(asked.handOver()).isEqualTo(HAND_OVER);
        assertThat(asked.state()).isEqualTo(TransferState.REQUESTED);
        assertThat(asked.asked().by()).isEqualTo(here.member(Role.NURSE).id());
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> record(person))).isInstanceOf(AccessDenied.class);
        accept(asked);
        elsewhere.as(Role.NURSE, () -> record(person));
        // What the first centre wrote needs the person's consent, as between all centres
        assertThat(elsewhere.as(Role.NURSE, () -> episodes.of(record(person))))
                .singleElement()
                .extracting(EpisodeRow::level)
                .isEqualTo(EntryLevel.EXISTENCE);
    }

    @Test
    void an_arrival_ends_the_episode_there_opens_one_here_and_keeps_the_hand_over_in_the_record() {
        request();
        accept(current());
        elsewhere.as(Role.NURSE, () -> {
            var accepted = only(elsewhere);
            assertThat(accepted.expectedOn()).isEqualTo(today().plusDays(1));
            transfers.arrive(write(person), new ArriveTransfer(accepted.id(), accepted.version(), bed(), null));
            var arrived = only(elsewhere);
            assertThat(arrived.state()).isEqualTo(TransferState.ARRIVED);
            var rows = episodes.of(record(person));
            assertThat(rows).first().satisfies(row -> {
                assertThat(row.id()).isEqualTo(arrived.next());
                assertThat(row.unit()).isEqualTo(elsewhere.ward());
                assertThat(row.bed()).isEqualTo(bed());
            });
            assertThat(handOver(record(person))).singleElement().satisfies(entry -> {
                assertThat(entry.text()).isEqualTo(HAND_OVER);
                assertThat(entry.author()).isEqualTo(here.member(Role.NURSE).id());
            });
            return null;
        });
        here.as(Role.NURSE, () -> {
            assertThat(episodes.of(record(person)))
                    .filteredOn(row -> row.id().equals(episode))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.state()).isEqualTo(EpisodeState.CLOSED);
                        assertThat(row.endReason()).isEqualTo(EndReason.TRANSFERRED_OTHER);
                        assertThat(row.destination()).isEqualTo(Destination.OTHER_CENTRE);
                    });
            assertThat(episodes.freeBeds(here.ward())).hasSize(2);
            return null;
        });
        clock.move(Duration.ofDays(30).plusMinutes(1));
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> record(person))).isInstanceOf(AccessDenied.class);
        elsewhere.as(Role.NURSE, () -> record(person));
    }

    @Test
    void a_refusal_says_why_and_ends_what_an_acceptance_opened() {
        request();
        accept(current());
        var held = elsewhere.as(Role.NURSE, () -> record(person));
        elsewhere.as(Role.COORDINATOR, () -> {
            var accepted = only(elsewhere);
            assertThatThrownBy(() -> transfers.refuse(scope(), new EndTransfer(accepted.id(), accepted.version(), " ")))
                    .isInstanceOf(InvalidInput.class);
            transfers.refuse(scope(), new EndTransfer(accepted.id(), accepted.version(), "The ward is closed"));
            return null;
        });
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> episodes.of(held)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> record(person)).isInstanceOf(AccessDenied.class);
            return null;
        });
        // What it was told for a care that does not come about is no longer its to read
        assertThat(elsewhere.as(Role.NURSE, () -> only(elsewhere)).handOver()).isEmpty();
        assertThat(here.as(Role.NURSE, () -> only(here)).handOver()).isEqualTo(HAND_OVER);
        var refused = here.as(Role.NURSE, () -> transfers.of(record(person)).getFirst());
        assertThat(refused.state()).isEqualTo(TransferState.REFUSED);
        assertThat(refused.reason()).isEqualTo("The ward is closed");
        assertThat(java.util.Objects.requireNonNull(refused.ended()).by())
                .isEqualTo(elsewhere.member(Role.COORDINATOR).id());
        // The row is kept and the way is free for another one
        request();
        assertThat(here.as(Role.NURSE, () -> transfers.of(record(person)))).hasSize(2);
    }

    @Test
    void the_asker_takes_it_back_and_whoever_accepts_meanwhile_learns_of_it() {
        request();
        var seen = current();
        here.as(Role.NURSE, () -> {
            transfers.withdraw(write(person), new EndTransfer(seen.id(), seen.version(), "Stays after all"));
            return null;
        });
        assertThatThrownBy(() -> accept(seen)).isInstanceOfSatisfying(Conflict.class, refused -> {
            assertThat(refused.key()).isEqualTo("episode.transfer.error.now-withdrawn");
            assertThat(refused.arguments()).contains("Stays after all");
        });
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> record(person))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void of_one_who_accepts_and_one_who_refuses_at_once_one_wins_and_the_other_reads_it() throws Exception {
        request();
        var seen = current();
        var start = new CyclicBarrier(2);
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<String> accepts = () -> elsewhere.as(Role.NURSE, () -> {
                var scope = scope();
                start.await();
                return outcome(
                        () -> transfers.accept(scope, new AcceptTransfer(seen.id(), seen.version(), today(), null)));
            });
            Callable<String> refuses = () -> elsewhere.as(Role.PHYSICIAN, () -> {
                var scope = scope();
                start.await();
                return outcome(() -> transfers.refuse(scope, new EndTransfer(seen.id(), seen.version(), "No place")));
            });
            for (var attempt : List.of(threads.submit(accepts), threads.submit(refuses))) {
                outcomes.add(attempt.get());
            }
        }
        assertThat(outcomes).containsOnlyOnce("won");
        assertThat(outcomes).containsAnyOf("episode.transfer.error.now-accepted", "episode.transfer.error.now-refused");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM access_care_relation WHERE source_id = ? AND ends_at IS NULL")
                        .param(seen.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(outcomes.getFirst().equals("won") ? 1 : 0);
    }

    @Test
    void an_episode_has_one_live_transfer_and_the_same_command_twice_asks_once() {
        var command = command(elsewhere);
        here.as(Role.NURSE, () -> {
            transfers.request(write(person), command);
            return transfers.request(write(person), command);
        });
        assertThatThrownBy(this::request)
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("episode.transfer.error.asked"));
        assertThat(here.as(Role.NURSE, () -> transfers.of(record(person)))).hasSize(1);
    }

    @Test
    void only_the_two_ends_act_on_it_and_each_does_its_part() {
        request();
        var seen = current();
        // The asking centre does not answer itself, and the other one does not begin before it accepted
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() ->
                            transfers.accept(scope(), new AcceptTransfer(seen.id(), seen.version(), today(), null)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> transfers.refuse(scope(), new EndTransfer(seen.id(), seen.version(), "No")))
                    .isInstanceOf(NotFound.class);
            return null;
        });
        // Who only reads there does not decide
        for (var role : List.of(Role.DISPENSING_NURSE, Role.FAMILY_WORKER, Role.PEER_WORKER)) {
            elsewhere.as(role, () -> {
                assertThatThrownBy(() -> transfers.ofMyUnits(scope())).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() ->
                                transfers.accept(scope(), new AcceptTransfer(seen.id(), seen.version(), today(), null)))
                        .isInstanceOf(AccessDenied.class);
                return null;
            });
        }
        accept(seen);
        here.as(Role.NURSE, () -> {
            var accepted = only(here);
            assertThatThrownBy(() -> transfers.arrive(
                            write(person), new ArriveTransfer(accepted.id(), accepted.version(), null, null)))
                    .isInstanceOf(Conflict.class);
            return null;
        });
        var third = house.open().here();
        assertThat(third.as(Role.NURSE, () -> transfers.ofMyUnits(scope()))).isEmpty();
    }

    @Test
    void a_discharge_takes_the_transfer_back() {
        request();
        accept(current());
        here.as(Role.NURSE, () -> {
            episodes.discharge(
                    write(person),
                    new Discharge(episode, version(), EndReason.LEFT_AGAINST_ADVICE, Destination.STREET, null, null));
            return null;
        });
        assertThat(current().state()).isEqualTo(TransferState.WITHDRAWN);
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> record(person))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_protected_person_goes_only_where_somebody_is_named() {
        here.as(Role.COORDINATOR, () -> {
            protections.protect(write(person), Set.of(here.member(Role.NURSE).id()), "Threatened");
            return null;
        });
        assertThatThrownBy(this::request)
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refused -> assertThat(refused.key()).isEqualTo("episode.transfer.error.protected"));
        here.as(Role.COORDINATOR, () -> {
            protections.name(write(person), elsewhere.member(Role.PHYSICIAN).id());
            return null;
        });
        request();
        assertThat(elsewhere.as(Role.NURSE, () -> transfers.ofMyUnits(scope()))).isEmpty();
        var seen = elsewhere.as(Role.PHYSICIAN, () -> only(elsewhere));
        assertThatThrownBy(() -> accept(seen)).isInstanceOf(NotFound.class);
        elsewhere.as(Role.PHYSICIAN, () -> {
            transfers.accept(scope(), new AcceptTransfer(seen.id(), seen.version(), today(), null));
            return record(person);
        });
        here.as(Role.COORDINATOR, () -> {
            protections.end(write(person));
            return null;
        });
    }

    @Test
    @SuppressWarnings("NullAway") // a form sends what was left empty
    void what_does_not_fit_is_refused_at_its_field() {
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> transfers.request(write(person), command(elsewhere, today().minusDays(1), "x")))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("wishedOn"));
            assertThatThrownBy(() -> transfers.request(write(person), command(elsewhere, null, "x")))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> transfers.request(write(person), command(elsewhere, today(), " ")))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("handOver"));
            assertThatThrownBy(() -> transfers.request(write(person), command(elsewhere, today(), "x".repeat(4_001))))
                    .isInstanceOf(InvalidInput.class);
            transfers.request(write(person), command(elsewhere, today(), "x".repeat(4_000)));
            assertThatThrownBy(() -> episodes.transfer(
                            write(person), new TransferToUnit(episode, version(), elsewhere.ward(), null, null, null)))
                    .isInstanceOf(InvalidInput.class);
            return null;
        });
    }

    private void request() {
        here.as(Role.NURSE, () -> transfers.request(write(person), command(elsewhere)));
    }

    private void accept(Transfer seen) {
        elsewhere.as(Role.NURSE, () -> {
            transfers.accept(scope(), new AcceptTransfer(seen.id(), seen.version(), today().plusDays(1), bed()));
            return null;
        });
    }

    private RequestTransfer command(Place to) {
        return command(to, today(), HAND_OVER);
    }

    private RequestTransfer command(Place to, LocalDate wishedOn, String handOver) {
        return new RequestTransfer(TransferId.create(), episode, version(), to.ward(), wishedOn, null, handOver);
    }

    private org.relais.shared.BedId bed() {
        return elsewhere.beds().getFirst();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    private Transfer current() {
        return here.as(Role.NURSE, () -> transfers.of(record(person)).getFirst());
    }

    private Transfer only(Place place) {
        var found = transfers.ofMyUnits(scope());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private long version() {
        return jdbc.sql("SELECT version FROM episode_episode WHERE id = ?")
                .param(episode.value())
                .query(Long.class)
                .single();
    }

    private List<EntryRow> handOver(Grant grant) {
        return timeline.page(grant, TimelineFilter.ALL, null, 20).rows().stream()
                .filter(entry -> EpisodeAct.HANDED_OVER.type().equals(entry.type()))
                .toList();
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "won";
        } catch (Conflict lost) {
            return lost.key();
        }
    }

    private Grant write(PersonId whose) {
        return access.grant(whose, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private Grant record(PersonId whose) {
        return access.grant(whose, Section.RECORD);
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }
}
