package org.relais.episode;

import java.time.Duration;
import java.time.ZoneId;
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
import org.relais.access.EntryLevel;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.centre.Bed;
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
import org.relais.support.StatementLog;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From the enquiry to the discharge, on a real database. */
@RelaisTest
@Import({MovableClock.class, HeardChanges.class, People.class})
class EpisodeServiceTests {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    MovableClock clock;

    @Autowired
    HeardChanges heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementLog statements;

    @Autowired
    Worklist worklist;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here);
    }

    @Test
    void an_enquiry_is_something_to_do_for_the_unit_until_it_is_answered() {
        var enquiry = here.as(
                Role.NURSE,
                () -> episodes.enquire(write(person), new OpenEnquiry(here.ward(), "Called herself", null)));
        for (var role : List.of(Role.NURSE, Role.COORDINATOR, Role.SOCIAL_WORKER)) {
            assertThat(tasks(role)).singleElement().satisfies(task -> {
                assertThat(task.kind()).isEqualTo("episode.enquiry");
                assertThat(task.person()).isEqualTo(person);
                assertThat(task.dueOn())
                        .isEqualTo(
                                task.dueAt().atZone(ZoneId.of("Europe/Paris")).toLocalDate());
                assertThat(task.late()).isFalse();
            });
        }
        assertThat(tasks(Role.FAMILY_WORKER)).isEmpty();
        here.as(
                Role.COORDINATOR,
                () -> episodes.waitFor(
                        write(person), new PutOnWaitingList(enquiry, 0, here.ward(), Priority.NORMAL, null, null)));
        assertThat(tasks(Role.NURSE)).isEmpty();
    }

    @Test
    void from_the_enquiry_to_the_discharge_every_act_is_kept_heard_and_logged() {
        here.as(Role.NURSE, () -> {
            var episode = episodes.enquire(write(person), new OpenEnquiry(here.ward(), "Called herself", null));
            episodes.waitFor(
                    write(person),
                    new PutOnWaitingList(episode, 0, here.ward(), Priority.HIGH, "Lives in the street", null));
            var bed = here.beds().getFirst();
            episodes.admit(write(person), new Admit(episode, version(episode), here.ward(), bed, null));
            var row = only();
            assertThat(row.state()).isEqualTo(EpisodeState.OPEN);
            assertThat(row.bed()).isEqualTo(bed);
            assertThat(row.day()).isEqualTo(1);
            clock.move(Duration.ofDays(2));
            assertThat(only().day()).isEqualTo(3);
            episodes.discharge(
                    write(person),
                    new Discharge(episode, version(episode), EndReason.COMPLETED, Destination.HOME, null, null));
            assertThat(only().state()).isEqualTo(EpisodeState.CLOSED);
            assertThat(only().bed()).isNull();
            assertThat(episodes.history(record(person)))
                    .extracting(EpisodeEventRow::act)
                    .containsExactly(
                            EpisodeAct.DISCHARGED,
                            EpisodeAct.ADMITTED,
                            EpisodeAct.PUT_ON_WAITING_LIST,
                            EpisodeAct.ENQUIRED);
            assertThat(episodes.freeBeds(here.ward())).extracting(Bed::id).contains(bed);
            return null;
        });
        assertThat(heard.of(person))
                .extracting(EpisodeChange::act)
                .containsExactly(
                        EpisodeAct.ENQUIRED,
                        EpisodeAct.PUT_ON_WAITING_LIST,
                        EpisodeAct.ADMITTED,
                        EpisodeAct.DISCHARGED);
    }

    @Test
    void two_nurses_admitting_into_the_same_bed_at_once_one_wins() throws Exception {
        var other = people.registeredAt(here);
        var bed = here.beds().getFirst();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var attempts = List.of(person, other).stream()
                    .map(one -> threads.submit((Callable<Boolean>) () -> here.as(Role.NURSE, () -> {
                        var grant = write(one);
                        start.await();
                        try {
                            episodes.admit(grant, new Admit(null, 0, here.ward(), bed, null));
                            return true;
                        } catch (BedTaken taken) {
                            return false;
                        }
                    })))
                    .toList();
            var won = new ArrayList<Boolean>();
            for (var attempt : attempts) {
                won.add(attempt.get());
            }
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM episode_bed_occupancy WHERE bed_id = ?")
                        .param(bed.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        // The one who came too late leaves nothing behind: no stay, no episode, no relation
        assertThat(jdbc.sql("SELECT COUNT(*) FROM episode_episode WHERE person_id IN (?, ?)")
                        .param(person.value())
                        .param(other.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_stay_and_a_follow_up_may_go_on_at_once_but_not_two_stays() {
        here.as(Role.PHYSICIAN, () -> {
            episodes.startOutpatient(write(person), new StartOutpatient(null, 0, here.team(), null));
            episodes.admit(write(person), new Admit(null, 0, here.ward(), null, null));
            assertThat(episodes.of(record(person)))
                    .extracting(EpisodeRow::kind)
                    .containsExactlyInAnyOrder(EpisodeKind.INPATIENT, EpisodeKind.OUTPATIENT);
            assertThatThrownBy(() -> episodes.admit(write(person), new Admit(null, 0, here.ward(), null, null)))
                    .isInstanceOf(Conflict.class);
            return null;
        });
    }

    @Test
    void nobody_stays_in_two_centres_at_once() {
        var waiting = here.as(Role.NURSE, () -> {
            episodes.admit(write(person), new Admit(null, 0, here.ward(), null, null));
            return episodes.waitFor(
                    write(person), new PutOnWaitingList(null, 0, elsewhere.ward(), Priority.NORMAL, null, null));
        });
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> episodes.admit(write(person), new Admit(waiting, 0, elsewhere.ward(), null, null)))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            refused -> assertThat(refused.key()).isEqualTo("episode.error.already-staying"));
            return null;
        });
    }

    @Test
    void a_unit_takes_part_until_30_days_after_its_discharge() {
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> record(person))).isInstanceOf(AccessDenied.class);
        var waiting = here.as(
                Role.NURSE,
                () -> episodes.waitFor(
                        write(person), new PutOnWaitingList(null, 0, elsewhere.ward(), Priority.NORMAL, null, null)));
        elsewhere.as(Role.NURSE, () -> {
            episodes.admit(write(person), new Admit(waiting, version(waiting), elsewhere.ward(), null, null));
            episodes.discharge(
                    write(person),
                    new Discharge(waiting, version(waiting), EndReason.COMPLETED, Destination.SHELTER, null, null));
            clock.move(Duration.ofDays(30).minusMinutes(1));
            record(person);
            clock.move(Duration.ofMinutes(2));
            assertThatThrownBy(() -> record(person)).isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    @Test
    void without_consent_an_episode_elsewhere_shows_only_that_it_exists() {
        here.as(Role.NURSE, () -> {
            var episode = episodes.admit(write(person), new Admit(null, 0, here.ward(), null, null));
            episodes.discharge(
                    write(person),
                    new Discharge(episode, version(episode), EndReason.COMPLETED, Destination.HOME, null, null));
            return episodes.waitFor(
                    write(person), new PutOnWaitingList(null, 0, elsewhere.team(), Priority.NORMAL, null, null));
        });
        elsewhere.as(Role.NURSE, () -> {
            assertThat(episodes.of(record(person)))
                    .extracting(EpisodeRow::level)
                    .containsExactly(EntryLevel.FULL, EntryLevel.EXISTENCE);
            var closed = episodes.of(record(person)).getLast();
            assertThat(closed.unit()).isNull();
            assertThat(closed.endReason()).isNull();
            consents.give(write(person), GiveConsent.everywhere(null, "fr"));
            assertThat(episodes.of(record(person)).getLast().endReason()).isEqualTo(EndReason.COMPLETED);
            return null;
        });
    }

    @Test
    void a_move_frees_the_bed_it_leaves() {
        here.as(Role.NURSE, () -> {
            var episode = episodes.admit(
                    write(person), new Admit(null, 0, here.ward(), here.beds().getFirst(), null));
            episodes.moveBed(
                    write(person),
                    new MoveBed(episode, version(episode), here.beds().getLast(), null));
            assertThat(episodes.freeBeds(here.ward()))
                    .extracting(Bed::id)
                    .containsExactly(here.beds().getFirst());
            var taken = episodes.beds(scope(), here.ward()).stream()
                    .filter(BedRow::taken)
                    .toList();
            assertThat(taken).singleElement().extracting(BedRow::person).isEqualTo(person);
            return null;
        });
    }

    @Test
    void an_old_version_changes_nothing() {
        here.as(Role.NURSE, () -> {
            var episode = episodes.enquire(write(person), new OpenEnquiry(here.ward(), null, null));
            episodes.waitFor(write(person), new PutOnWaitingList(episode, 0, here.ward(), Priority.NORMAL, null, null));
            assertThatThrownBy(() -> episodes.admit(write(person), new Admit(episode, 0, here.ward(), null, null)))
                    .isInstanceOf(StaleVersion.class);
            assertThat(only().state()).isEqualTo(EpisodeState.WAITING);
            return null;
        });
    }

    @Test
    void only_those_who_work_there_admit_and_discharge() {
        var episode = here.as(
                Role.NURSE,
                () -> episodes.waitFor(
                        write(person), new PutOnWaitingList(null, 0, elsewhere.ward(), Priority.NORMAL, null, null)));
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> episodes.admit(write(person), new Admit(episode, 0, elsewhere.ward(), null, null)))
                    .isInstanceOf(Conflict.class);
            return null;
        });
    }

    @Test
    void the_waiting_list_goes_by_priority_then_by_time_and_pages_by_key() {
        var second = people.registeredAt(here);
        var third = people.registeredAt(here);
        here.as(Role.COORDINATOR, () -> {
            waitAs(person, Priority.NORMAL);
            waitAs(second, Priority.NORMAL);
            waitAs(third, Priority.HIGH);
            var first = episodes.waiting(scope(), WaitingFilter.all(), 2);
            assertThat(first.rows()).extracting(WaitingRow::person).containsExactly(third, person);
            assertThat(first.more()).isTrue();
            var rest = episodes.waiting(
                    scope(), new WaitingFilter(here.centre(), first.rows().getLast()), 2);
            assertThat(rest.rows()).extracting(WaitingRow::person).containsExactly(second);
            return null;
        });
        elsewhere.as(Role.COORDINATOR, () -> {
            assertThat(episodes.waiting(scope(), new WaitingFilter(here.centre(), null), 10)
                            .rows())
                    .isEmpty();
            assertThatThrownBy(() -> episodes.beds(scope(), here.ward())).isInstanceOf(NotFound.class);
            return null;
        });
    }

    @Test
    void a_priority_that_is_not_normal_says_why() {
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> episodes.waitFor(
                            write(person), new PutOnWaitingList(null, 0, here.ward(), Priority.HIGH, " ", null)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("reason"));
            return null;
        });
    }

    @Test
    void a_reader_of_the_summary_sees_no_bed_and_no_reason() {
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        write(person),
                        new Admit(null, 0, here.ward(), here.beds().getFirst(), null)));
        here.as(Role.PEER_WORKER, () -> {
            var row = only();
            assertThat(row.level()).isEqualTo(EntryLevel.SUMMARY);
            assertThat(row.unit()).isEqualTo(here.ward());
            assertThat(row.bed()).isNull();
            return null;
        });
    }

    @Test
    void the_episodes_of_a_person_cost_one_statement() {
        here.as(Role.NURSE, () -> {
            episodes.admit(
                    write(person), new Admit(null, 0, here.ward(), here.beds().getFirst(), null));
            episodes.startOutpatient(write(person), new StartOutpatient(null, 0, here.team(), null));
            var grant = record(person);
            episodes.of(grant);
            statements.clear();
            episodes.of(grant);
            assertThat(statements.ofAccount("_application"))
                    .filteredOn(statement -> statement.sql().contains("episode_"))
                    .hasSize(1);
            return null;
        });
    }

    private void waitAs(PersonId one, Priority priority) {
        episodes.waitFor(
                write(one),
                new PutOnWaitingList(
                        null, 0, here.ward(), priority, priority == Priority.NORMAL ? null : "reason", null));
    }

    private EpisodeRow only() {
        return episodes.of(record(person)).getFirst();
    }

    private long version(EpisodeId episode) {
        return episodes.of(record(person)).stream()
                .filter(row -> row.id().equals(episode))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private Grant record(PersonId one) {
        return access.grant(one, Section.RECORD);
    }

    private Grant write(PersonId one) {
        return access.grant(one, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    private List<DueRow> tasks(Role role) {
        return here.as(
                role,
                () -> worklist.mine(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), 20)
                        .rows());
    }
}
