package org.relais.episode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.TransferId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A guest of a unit of another centre, from a day to a day: the unit takes part for those days, the episode stays. */
@RelaisTest
@Import({MovableClock.class, HeardChanges.class, People.class})
class GuestTests {

    private static final String HAND_OVER = "Takes her dose at eight; visits her mother.";

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    TransferDay day;

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
    void the_unit_takes_part_from_the_first_day_to_the_last_and_the_episode_stays() {
        request(today().plusDays(2), today().plusDays(4));
        assertRefused();
        accept(current());
        // Agreed on, but not yet
        assertThat(current().state()).isEqualTo(TransferState.ACCEPTED);
        assertRefused();
        clock.move(Duration.ofDays(2));
        assertThat(current().state()).isEqualTo(TransferState.PRESENT);
        var record = elsewhere.as(Role.NURSE, () -> record(person));
        assertThat(record.centres()).containsExactly(elsewhere.centre());
        assertThat(record.unitIn(elsewhere.centre())).contains(elsewhere.ward());
        // As between all centres, what the first one wrote needs the person's consent
        assertThat(elsewhere.as(Role.NURSE, () -> episodes.of(record(person))))
                .singleElement()
                .extracting(EpisodeRow::level)
                .isEqualTo(EntryLevel.EXISTENCE);
        assertThat(here.as(Role.NURSE, () -> episodes.of(record(person))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo(episode);
                    assertThat(row.state()).isEqualTo(EpisodeState.OPEN);
                    assertThat(row.unit()).isEqualTo(here.ward());
                });
        // The last day counts in full
        clock.move(Duration.ofDays(2));
        elsewhere.as(Role.NURSE, () -> record(person));
        clock.move(Duration.ofDays(1));
        assertThat(current().state()).isEqualTo(TransferState.ENDED);
        assertRefused();
        assertThat(elsewhere.as(Role.NURSE, () -> only(elsewhere)).handOver()).isEmpty();
        here.as(Role.NURSE, () -> record(person));
    }

    @Test
    void a_pass_ends_at_midnight_of_the_last_day_whatever_its_five_minutes() {
        request(today(), today());
        accept(current());
        var now = clock.instant().atZone(ZoneId.of("Europe/Paris"));
        var midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
        clock.move(Duration.between(now, midnight).minusMinutes(1));
        var held = elsewhere.as(Role.NURSE, () -> record(person));
        elsewhere.as(Role.NURSE, () -> episodes.of(held));
        clock.move(Duration.ofMinutes(1));
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> episodes.of(held)))
                .isInstanceOf(AccessDenied.class);
        assertRefused();
    }

    @Test
    void either_end_closes_the_days_early_and_the_other_reads_why() {
        request(today(), today().plusDays(5));
        accept(current());
        var held = elsewhere.as(Role.NURSE, () -> record(person));
        elsewhere.as(Role.PHYSICIAN, () -> {
            var present = only(elsewhere);
            assertThatThrownBy(() -> transfers.refuse(scope(), new EndTransfer(present.id(), present.version(), " ")))
                    .isInstanceOf(InvalidInput.class);
            transfers.refuse(scope(), new EndTransfer(present.id(), present.version(), "Went home earlier"));
            return null;
        });
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> episodes.of(held)))
                .isInstanceOf(AccessDenied.class);
        assertRefused();
        var ended = current();
        assertThat(ended.state()).isEqualTo(TransferState.ENDED);
        assertThat(ended.reason()).isEqualTo("Went home earlier");
        assertThat(titles(here)).containsExactly("episode.guest.day.ended");

        // The same again, closed from home
        request(today(), today().plusDays(5));
        var second = here.as(Role.NURSE, () -> transfers.of(record(person)).getFirst());
        accept(second);
        elsewhere.as(Role.NURSE, () -> record(person));
        here.as(Role.NURSE, () -> {
            var present = transfers.of(record(person)).getFirst();
            transfers.withdraw(write(person), new EndTransfer(present.id(), present.version(), "Back home"));
            return null;
        });
        assertRefused();
    }

    @Test
    void a_refusal_and_a_withdrawal_open_nothing() {
        request(today(), today().plusDays(1));
        var seen = current();
        elsewhere.as(Role.NURSE, () -> {
            transfers.refuse(scope(), new EndTransfer(seen.id(), seen.version(), "No place"));
            return null;
        });
        assertThat(current().state()).isEqualTo(TransferState.REFUSED);
        assertRefused();
        request(today(), today().plusDays(1));
        var asked = here.as(Role.NURSE, () -> transfers.of(record(person)).getFirst());
        here.as(Role.NURSE, () -> {
            transfers.withdraw(write(person), new EndTransfer(asked.id(), asked.version(), "Stays"));
            return null;
        });
        assertThatThrownBy(() -> accept(asked))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refused -> assertThat(refused.key()).isEqualTo("episode.guest.error.now-withdrawn"));
        assertRefused();
    }

    @Test
    void withdrawn_before_the_first_day_it_never_begins() {
        request(today().plusDays(1), today().plusDays(3));
        accept(current());
        here.as(Role.NURSE, () -> {
            var accepted = transfers.of(record(person)).getFirst();
            transfers.withdraw(write(person), new EndTransfer(accepted.id(), accepted.version(), "Stays"));
            return null;
        });
        assertThat(current().state()).isEqualTo(TransferState.WITHDRAWN);
        clock.move(Duration.ofDays(2));
        assertRefused();
    }

    @Test
    void days_that_passed_unanswered_are_not_accepted_any_more() {
        request(today(), today());
        var seen = current();
        clock.move(Duration.ofDays(1));
        assertThatThrownBy(() -> accept(seen))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("episode.guest.error.over"));
        assertRefused();
    }

    @Test
    void a_transfer_goes_on_beside_it_and_the_arrival_takes_the_guest_along() {
        request(today(), today().plusDays(5));
        accept(current());
        elsewhere.as(Role.NURSE, () -> record(person));
        here.as(Role.NURSE, () -> transfers.request(write(person), command(today(), null)));
        var asked = here.as(Role.NURSE, () -> transfers.of(record(person)).getFirst());
        assertThat(asked.asGuest()).isFalse();
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> {
                    var guest = transfers.ofMyUnits(scope()).stream()
                            .filter(Transfer::asGuest)
                            .findFirst()
                            .orElseThrow();
                    transfers.arrive(write(person), new ArriveTransfer(guest.id(), guest.version(), null, null));
                    return null;
                }))
                .isInstanceOf(Conflict.class);
        elsewhere.as(Role.NURSE, () -> {
            transfers.accept(scope(), new AcceptTransfer(asked.id(), asked.version(), today(), null));
            var accepted = transfers.ofMyUnits(scope()).stream()
                    .filter(transfer -> !transfer.asGuest())
                    .findFirst()
                    .orElseThrow();
            transfers.arrive(write(person), new ArriveTransfer(accepted.id(), accepted.version(), null, null));
            return null;
        });
        assertThat(relations("GUEST")).isZero();
        assertThat(elsewhere.as(Role.NURSE, () -> transfers.ofMyUnits(scope())))
                .extracting(Transfer::state)
                .containsExactlyInAnyOrder(TransferState.ENDED, TransferState.ARRIVED);
    }

    @Test
    void a_discharge_ends_it() {
        request(today(), today().plusDays(5));
        accept(current());
        elsewhere.as(Role.NURSE, () -> record(person));
        here.as(Role.NURSE, () -> {
            episodes.discharge(
                    write(person),
                    new Discharge(episode, version(), EndReason.LEFT_AGAINST_ADVICE, Destination.STREET, null, null));
            return null;
        });
        assertThat(current().state()).isEqualTo(TransferState.ENDED);
        assertRefused();
    }

    @Test
    void the_same_days_of_the_same_unit_are_asked_for_once() {
        request(today(), today().plusDays(1));
        assertThatThrownBy(() -> request(today(), today().plusDays(2)))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("episode.guest.error.asked"));
        request(today().plusDays(20), today().plusDays(22));
        assertThat(here.as(Role.NURSE, () -> transfers.of(record(person)))).hasSize(2);
    }

    @Test
    void days_that_do_not_fit_are_refused_at_their_field() {
        for (var last : List.of(today().minusDays(1), today().plusDays(Transfers.GUEST_DAYS))) {
            assertThatThrownBy(() -> request(today(), last))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("untilOn"));
        }
        assertThatThrownBy(() -> request(today().minusDays(1), today()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("wishedOn"));
        request(today(), today().plusDays(Transfers.GUEST_DAYS - 1));
    }

    private void assertRefused() {
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> record(person))).isInstanceOf(AccessDenied.class);
    }

    private void request(LocalDate first, LocalDate last) {
        here.as(Role.NURSE, () -> transfers.request(write(person), command(first, last)));
    }

    private RequestTransfer command(LocalDate first, @Nullable LocalDate last) {
        return new RequestTransfer(TransferId.create(), episode, version(), elsewhere.ward(), first, last, HAND_OVER);
    }

    private void accept(Transfer seen) {
        elsewhere.as(Role.NURSE, () -> {
            transfers.accept(scope(), new AcceptTransfer(seen.id(), seen.version(), null, null));
            return null;
        });
    }

    private Transfer current() {
        return here.as(Role.NURSE, () -> only(here));
    }

    private Transfer only(Place place) {
        var found = transfers.ofMyUnits(scope());
        assertThat(found).as("at %s", place.ward()).isNotEmpty();
        return found.getLast();
    }

    private List<String> titles(Place place) {
        return place.as(Role.NURSE, () -> day.items(scope(), today())).stream()
                .map(item -> Objects.requireNonNull(item.title().key()))
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    private int relations(String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM access_care_relation WHERE person_id = ? AND kind = ? AND ends_at > ?")
                .param(person.value())
                .param(kind)
                .param(org.relais.shared.Utc.column(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private long version() {
        return jdbc.sql("SELECT version FROM episode_episode WHERE id = ?")
                .param(episode.value())
                .query(Long.class)
                .single();
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
