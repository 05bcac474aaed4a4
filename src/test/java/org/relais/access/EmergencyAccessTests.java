package org.relais.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.shared.Conflict;
import org.relais.shared.EmergencyId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Emergency access: who gets it, what it opens and never opens, when it ends, and who reviews it (attack 12). */
@RelaisTest
@Import({MovableClock.class, Writers.class})
class EmergencyAccessTests {

    private static final String EXPLANATION = "Found unconscious in the corridor";

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    EmergencyReviews reviews;

    @Autowired
    Notices notices;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    GivenAccesses given;

    @Autowired
    Writers writers;

    @Autowired
    StaffSetup staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String logSchema;

    Place here;
    Place elsewhere;
    PersonId person;
    Duration moved = Duration.ZERO;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = house.personAt(here);
    }

    @AfterEach
    void backToNow() {
        move(moved.negated());
    }

    @Test
    void it_opens_the_record_of_a_person_of_another_centre_and_says_so_in_the_log() {
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> access.grant(person, Section.RECORD)))
                .isInstanceOf(AccessDenied.class);
        begin(elsewhere, Role.NURSE, person);
        var grant = elsewhere.as(Role.NURSE, () -> access.grant(person, Section.RECORD));
        assertThat(grant.emergencyUntil()).isPresent();
        assertThat(grant.entryLevel(Section.MEDICAL, here.centre(), here.ward(), false))
                .isEqualTo(EntryLevel.FULL);
        assertThat(log("VIEW", true)).containsExactly("emergency");
        assertThat(log("EMERGENCY", true)).containsExactly("emergency");
        assertThat(elsewhere.as(Role.NURSE, () -> emergencies.mine()))
                .singleElement()
                .satisfies(open ->
                        assertThat(Duration.between(open.from(), open.until())).isEqualTo(Duration.ofMinutes(30)));
        // For one member of staff and one person only
        assertThatThrownBy(() -> elsewhere.as(Role.PHYSICIAN, () -> access.grant(person, Section.RECORD)))
                .isInstanceOf(AccessDenied.class);
        var another = house.personAt(here);
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> access.grant(another, Section.RECORD)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void without_a_reason_nothing_opens() {
        refused("reason", null, EXPLANATION, 30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "                    ",
                "too short",
                "a                         b",
                "nineteen characters"
            })
    void with_a_blank_or_short_explanation_nothing_opens(String explanation) {
        refused("explanation", EmergencyReason.UNCONSCIOUS, explanation, 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -30, 29, 31, 45, 90, 1_440, Integer.MAX_VALUE})
    void for_a_time_that_the_rule_does_not_list_nothing_opens(int minutes) {
        refused("minutes", EmergencyReason.UNCONSCIOUS, EXPLANATION, minutes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PEER_WORKER", "COORDINATOR", "AUDITOR", "ADMINISTRATOR"})
    void a_role_that_may_not_use_it_is_refused_and_the_refusal_logged(Role role) {
        assertThat(elsewhere.as(role, () -> emergencies.offered())).isFalse();
        assertThatThrownBy(() -> begin(elsewhere, role, person)).isInstanceOf(AccessDenied.class);
        assertThat(log("EMERGENCY", false)).containsExactly("role");
        assertThat(rows()).isZero();
    }

    @Test
    void after_its_time_an_old_grant_and_a_new_one_are_refused() {
        begin(elsewhere, Role.NURSE, person);
        var grant = elsewhere.as(Role.NURSE, () -> access.grant(person, Section.RECORD));
        move(Duration.ofMinutes(29));
        var late = elsewhere.as(Role.NURSE, () -> access.fresh(grant));
        // Younger than five minutes: nothing but the end of the emergency ends it
        move(Duration.ofMinutes(1));
        nothingOpens(grant);
        nothingOpens(late);
        assertThat(elsewhere.as(Role.NURSE, () -> emergencies.mine())).isEmpty();
    }

    @Test
    void closed_early_it_is_over_at_the_next_click() {
        var id = begin(elsewhere, Role.NURSE, person);
        var grant = elsewhere.as(Role.NURSE, () -> access.grant(person, Section.RECORD));
        // A colleague cannot close it
        run(elsewhere, Role.PHYSICIAN, () -> emergencies.close(id));
        run(elsewhere, Role.NURSE, () -> access.requireRecord(grant));
        run(elsewhere, Role.NURSE, () -> emergencies.close(id));
        nothingOpens(grant);
    }

    @Test
    void process_notes_and_anonymous_contacts_stay_closed() {
        begin(elsewhere, Role.PSYCHOLOGIST, person);
        assertThatThrownBy(() -> elsewhere.as(
                        Role.PSYCHOLOGIST, () -> access.grant(person, Section.PROCESS_NOTE, Right.WRITE, Purpose.CARE)))
                .isInstanceOf(AccessDenied.class);
        var grant = elsewhere.as(Role.PSYCHOLOGIST, () -> access.grant(person, Section.RECORD));
        assertThat(grant.level(Section.PSYCHOLOGICAL)).isEqualTo(Level.READ);
        for (var section : List.of(Section.PROCESS_NOTE, Section.HARM_REDUCTION)) {
            assertThat(grant.level(section)).isEqualTo(Level.NONE);
            assertThat(grant.shares(section)).isFalse();
            assertThat(grant.mayWrite(section)).isFalse();
            assertThat(grant.entryLevel(section, here.centre(), here.ward(), false))
                    .isNotIn(EntryLevel.FULL, EntryLevel.SUMMARY);
        }
    }

    @Test
    void a_protected_person_and_nobody_are_refused_alike() {
        run(here, Role.COORDINATOR, () -> protections.protect(write(person), Set.of(), "Threatened by a relative"));
        var hidden = refusal(() -> begin(elsewhere, Role.NURSE, person));
        var nobody = refusal(() -> begin(elsewhere, Role.NURSE, PersonId.create()));
        assertThat(hidden).isInstanceOf(AccessDenied.class).isExactlyInstanceOf(nobody.getClass());
        assertThat(hidden.key()).isEqualTo(nobody.key()).isEqualTo("access.denied.record");
        assertThat(log("EMERGENCY", false)).hasSize(1);
        assertThat(rows()).isZero();
    }

    @Test
    void what_the_person_locked_or_did_not_share_opens() {
        run(here, Role.SOCIAL_WORKER, () -> locks.lockSection(write(person), Section.SOCIAL));
        run(here, Role.SOCIAL_WORKER, () -> locks.lockUnit(write(person), here.ward()));
        var before = here.as(Role.SOCIAL_WORKER, () -> access.grant(person, Section.RECORD));
        assertThat(before.locked(Section.SOCIAL)).isTrue();
        begin(here, Role.SOCIAL_WORKER, person);
        begin(elsewhere, Role.SOCIAL_WORKER, person);
        for (var place : List.of(here, elsewhere)) {
            var grant = place.as(Role.SOCIAL_WORKER, () -> access.grant(person, Section.RECORD));
            assertThat(grant.locked(Section.SOCIAL)).isFalse();
            assertThat(grant.lockedUnits()).isEmpty();
            assertThat(grant.shares(Section.SOCIAL)).isTrue();
            assertThat(grant.entryLevel(Section.SOCIAL, here.centre(), here.ward(), false))
                    .isEqualTo(EntryLevel.FULL);
            // No more of the matrix than the role has
            assertThat(grant.level(Section.FAMILY)).isEqualTo(Level.NONE);
        }
    }

    @Test
    void the_same_command_twice_opens_it_once_and_tells_once() {
        var command = new BeginEmergency(EmergencyId.create(), person, EmergencyReason.OVERDOSE, EXPLANATION, 60);
        assertThat(elsewhere.as(Role.NURSE, () -> emergencies.begin(command))).isEqualTo(command.id());
        assertThat(elsewhere.as(Role.NURSE, () -> emergencies.begin(command))).isEqualTo(command.id());
        assertThat(rows()).isEqualTo(1);
        assertThat(here.as(Role.COORDINATOR, () -> notices.mine())).hasSize(1);
        var another = house.personAt(here);
        assertThatThrownBy(() -> elsewhere.as(
                        Role.NURSE,
                        () -> emergencies.begin(
                                new BeginEmergency(command.id(), another, EmergencyReason.OVERDOSE, EXPLANATION, 60))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void the_key_worker_the_coordinators_and_who_wrote_lately_are_told_and_nobody_else() {
        run(
                here,
                Role.COORDINATOR,
                () -> given.nameKeyWorker(
                        write(person),
                        here.centre(),
                        here.member(Role.PSYCHOLOGIST).id()));
        writers.sign(here, Role.NURSE, person, "record.transmission", "Slept well", Visibility.TEAM);
        begin(elsewhere, Role.NURSE, person);
        for (var role : Role.values()) {
            var told = here.as(role, () -> notices.mine());
            if (Set.of(Role.PSYCHOLOGIST, Role.NURSE, Role.COORDINATOR).contains(role)) {
                assertThat(told).as(role.name()).singleElement().satisfies(notice -> {
                    assertThat(notice.kind()).isEqualTo(NoticeKind.EMERGENCY_BEGUN);
                    assertThat(notice.by())
                            .isEqualTo(elsewhere.member(Role.NURSE).id());
                });
            } else {
                assertThat(told).as(role.name()).isEmpty();
            }
            assertThat(elsewhere.as(role, () -> notices.mine())).isEmpty();
        }
        var notice = here.as(Role.NURSE, () -> notices.mine()).getFirst();
        run(here, Role.PHYSICIAN, () -> notices.seen(notice.id()));
        assertThat(here.as(Role.NURSE, () -> notices.mine())).hasSize(1);
        run(here, Role.NURSE, () -> notices.seen(notice.id()));
        assertThat(here.as(Role.NURSE, () -> notices.mine())).isEmpty();
    }

    @Test
    void who_wrote_long_ago_is_not_told() {
        writers.sign(here, Role.NURSE, person, "record.transmission", "Slept well", Visibility.TEAM);
        move(Duration.ofDays(91));
        begin(elsewhere, Role.NURSE, person);
        assertThat(here.as(Role.NURSE, () -> notices.mine())).isEmpty();
        assertThat(here.as(Role.COORDINATOR, () -> notices.mine())).hasSize(1);
    }

    @Test
    void a_coordinator_of_the_centre_reviews_it_once_and_who_used_it_is_told() {
        var id = ended();
        run(here, Role.COORDINATOR, () -> {
            assertThat(reviews.waitingCount(scope())).isEqualTo(1);
            assertThat(reviews.waiting(scope())).singleElement().satisfies(waiting -> {
                assertThat(waiting.explanation()).isEqualTo(EXPLANATION);
                assertThat(waiting.staff())
                        .isEqualTo(elsewhere.member(Role.NURSE).id());
            });
            reviews.review(scope(), id, EmergencyVerdict.NOT_JUSTIFIED, "Nobody was in danger");
            assertThat(reviews.waiting(scope())).isEmpty();
            assertThat(reviews.waitingCount(scope())).isZero();
        });
        assertThat(refusal(() -> review(here, Role.COORDINATOR, id)).key()).isEqualTo("access.review.error.again");
        assertThat(elsewhere.as(Role.NURSE, () -> notices.mine()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.EMERGENCY_REVIEWED));
    }

    @Test
    void nobody_else_reviews_it() {
        var id = ended();
        assertThat(elsewhere.as(Role.COORDINATOR, () -> reviews.waiting(scope())))
                .isEmpty();
        assertThat(elsewhere.as(Role.COORDINATOR, () -> reviews.waitingCount(scope())))
                .isZero();
        assertThatThrownBy(() -> review(elsewhere, Role.COORDINATOR, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> elsewhere.as(Role.COORDINATOR, () -> reviews.opened(scope(), id)))
                .isInstanceOf(NotFound.class);
        for (var role : List.of(Role.PHYSICIAN, Role.NURSE, Role.PEER_WORKER)) {
            assertThatThrownBy(() -> review(here, role, id)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void who_used_it_does_not_review_it_not_even_as_a_coordinator_since() {
        var nurse = here.member(Role.NURSE);
        var id = begin(here, Role.NURSE, person);
        move(Duration.ofMinutes(31));
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.changeRole(nurse.id(), Role.COORDINATOR);
            return null;
        });
        assertThatThrownBy(() -> ActingAs.actingAs(nurse.username(), Role.COORDINATOR, () -> {
                    reviews.review(scope(), id, EmergencyVerdict.JUSTIFIED, "I was right");
                    return null;
                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void while_it_is_open_it_is_not_reviewed() {
        var id = begin(elsewhere, Role.NURSE, person);
        assertThat(refusal(() -> review(here, Role.COORDINATOR, id)).key()).isEqualTo("access.review.error.open");
    }

    @Test
    void a_review_without_words_is_refused_at_the_comment() {
        var id = ended();
        assertThatThrownBy(() -> here.as(Role.COORDINATOR, () -> {
                    reviews.review(scope(), id, EmergencyVerdict.JUSTIFIED, "  ");
                    return null;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("comment"));
    }

    @Test
    void the_review_shows_what_was_opened_meanwhile_and_by_whom_it_was() {
        var id = begin(elsewhere, Role.NURSE, person);
        run(elsewhere, Role.NURSE, () -> access.grant(person, Section.RECORD));
        run(elsewhere, Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        run(elsewhere, Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        run(here, Role.NURSE, () -> access.grant(person, Section.RISK));
        move(Duration.ofMinutes(31));
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> access.grant(person, Section.PLAN)))
                .isInstanceOf(AccessDenied.class);
        assertThat(here.as(Role.COORDINATOR, () -> reviews.opened(scope(), id)))
                .extracting(opened -> opened.section() + " " + opened.times())
                .containsExactly("RECORD 1", "MEDICAL 2");
    }

    @Test
    void what_is_late_is_on_the_auditors_list_and_on_nobody_elses() {
        var id = ended();
        assertThat(late()).isEmpty();
        move(Duration.ofDays(10));
        assertThat(late()).containsExactly(id);
        assertThatThrownBy(() -> here.as(Role.COORDINATOR, () -> reviews.late(scope())))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_review_is_due_on_the_second_working_day() {
        // Wednesday, 12 July 2028; Friday is a holiday in France
        move(Duration.between(clock.instant(), Instant.parse("2028-07-12T10:00:00Z")));
        begin(elsewhere, Role.NURSE, person);
        assertThat(here.as(Role.COORDINATOR, () -> reviews.waiting(scope())))
                .extracting(EmergencyReview::dueOn)
                .containsExactly(LocalDate.of(2028, 7, 17));
    }

    private void refused(String field, @Nullable EmergencyReason reason, String explanation, int minutes) {
        assertThatThrownBy(() -> elsewhere.as(
                        Role.NURSE,
                        () -> emergencies.begin(
                                new BeginEmergency(EmergencyId.create(), person, reason, explanation, minutes))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(rows()).isZero();
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> access.grant(person, Section.RECORD)))
                .isInstanceOf(AccessDenied.class);
    }

    private void nothingOpens(Grant old) {
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> access.requireRecord(old)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> access.fresh(old)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> access.grant(person, Section.MEDICAL)).isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    private EmergencyId begin(Place place, Role role, PersonId about) {
        return place.as(
                role,
                () -> emergencies.begin(
                        new BeginEmergency(EmergencyId.create(), about, EmergencyReason.UNCONSCIOUS, EXPLANATION, 30)));
    }

    private EmergencyId ended() {
        var id = begin(elsewhere, Role.NURSE, person);
        run(elsewhere, Role.NURSE, () -> emergencies.close(id));
        // A moment later
        move(Duration.ofSeconds(1));
        return id;
    }

    private void review(Place place, Role role, EmergencyId id) {
        run(place, role, () -> reviews.review(scope(), id, EmergencyVerdict.JUSTIFIED, "Was needed"));
    }

    private List<EmergencyId> late() {
        return here.as(
                Role.AUDITOR,
                () -> reviews.late(access.scope(Section.AUDIT_LOG, Purpose.ADMINISTRATION, null)).stream()
                        .filter(row -> row.person().equals(person))
                        .map(EmergencyReview::id)
                        .toList());
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null);
    }

    private Grant write(PersonId about) {
        return access.grant(about, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private void move(Duration time) {
        clock.move(time);
        moved = moved.plus(time);
    }

    private static void run(Place place, Role role, Runnable act) {
        place.as(role, () -> {
            act.run();
            return null;
        });
    }

    private static RelaisException refusal(Runnable act) {
        return refusal(() -> {
            act.run();
            return null;
        });
    }

    private static RelaisException refusal(Callable<?> act) {
        try {
            act.call();
        } catch (RelaisException refusal) {
            return refusal;
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("Nothing was refused");
    }

    private List<String> log(String action, boolean allowed) {
        return jdbc.sql("SELECT basis FROM " + logSchema + ".access_event"
                        + " WHERE person_id = ? AND action = ? AND allowed = ? AND actor_id IN (?, ?, ?, ?, ?)")
                .param(person.value())
                .param(action)
                .param(allowed)
                .param(elsewhere.member(Role.NURSE).id().value())
                .param(elsewhere.member(Role.PEER_WORKER).id().value())
                .param(elsewhere.member(Role.COORDINATOR).id().value())
                .param(elsewhere.member(Role.AUDITOR).id().value())
                .param(elsewhere.member(Role.ADMINISTRATOR).id().value())
                .query(String.class)
                .list();
    }

    private int rows() {
        return jdbc.sql("SELECT COUNT(*) FROM access_emergency WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }
}
