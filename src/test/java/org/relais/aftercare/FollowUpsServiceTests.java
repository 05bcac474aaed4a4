package org.relais.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.aftercare.AftercareFilter.Which;
import org.relais.aftercare.AftercareFilter.Whose;
import org.relais.episode.EndReason;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.worklist.TodayItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Follow-ups from the exit to the last contact, on a real database and a clock that is moved. */
@RelaisTest
@Import({Followers.class, MovableClock.class})
class FollowUpsServiceTests {

    private static final FollowUpForm SAID = new FollowUpForm(4, WorkState.EMPLOYED, HousingState.INSECURE, 13, 2);

    @Autowired
    House house;

    @Autowired
    Followers followers;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpsToday today;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

    @Autowired
    Locks locks;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        clock.stopAt(noon(LocalDate.of(2031, 1, 31)));
    }

    @AfterEach
    void goOn() {
        clock.stopAt(Instant.now());
        clock.goOn();
    }

    @Test
    void an_exit_with_agreement_plans_the_contacts_of_the_rule() {
        var person = followers.left(here, "Rémi");
        var row = as(Role.SOCIAL_WORKER, person);
        assertThat(row.exitOn()).isEqualTo(LocalDate.of(2031, 1, 31));
        assertThat(row.running()).isTrue();
        assertThat(row.contacts()).extracting(ContactRow::months).containsExactly(1, 3, 6, 12);
        assertThat(row.contacts())
                .extracting(ContactRow::dueOn)
                .containsExactly(
                        LocalDate.of(2031, 2, 28),
                        LocalDate.of(2031, 4, 30),
                        LocalDate.of(2031, 7, 31),
                        LocalDate.of(2032, 1, 31));
        assertThat(row.contacts().getFirst().from()).isEqualTo(LocalDate.of(2031, 2, 21));
        assertThat(row.contacts().get(1).until()).isEqualTo(LocalDate.of(2031, 5, 14));
        assertThat(entries(person)).extracting(EntryRow::type).contains("aftercare.answer");
    }

    @Test
    void nobody_is_followed_up_who_was_not_asked_or_declined_and_it_may_be_asked_later() {
        var person = followers.admitted(here, "Lina");
        followers.discharge(here, person, EndReason.LEFT_AGAINST_ADVICE, FollowUpAnswer.NOT_ASKED);
        var row = as(Role.SOCIAL_WORKER, person);
        assertThat(row.running()).isFalse();
        assertThat(row.contacts()).isEmpty();
        assertThat(relations(person)).isZero();
        answer(person, FollowUpAnswer.DECLINED);
        assertThat(as(Role.SOCIAL_WORKER, person).contacts()).isEmpty();
        assertThat(relations(person)).isZero();
        answer(person, FollowUpAnswer.AGREED);
        assertThat(as(Role.SOCIAL_WORKER, person).contacts()).hasSize(4);
        assertThat(relations(person)).isOne();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM aftercare_answer WHERE person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void only_the_end_of_a_treatment_is_an_exit() {
        for (var reason : List.of(EndReason.TRANSFERRED_OTHER, EndReason.ENTERED_IN_ERROR)) {
            var person = followers.admitted(here, "Oskar");
            followers.discharge(here, person, reason, FollowUpAnswer.AGREED);
            house.follow(here, person);
            assertThat(list(person)).as("%s", reason).isEmpty();
        }
    }

    @Test
    void who_agreed_is_still_opened_to_the_unit_when_its_thirty_days_are_over_and_who_did_not_is_not() {
        var agreed = followers.left(here, "Rémi");
        var silent = followers.admitted(here, "Lina");
        followers.discharge(here, silent, EndReason.COMPLETED, FollowUpAnswer.NOT_ASKED);
        clock.stopAt(noon(LocalDate.of(2031, 4, 20)));
        assertThat(as(Role.NURSE, agreed).running()).isTrue();
        assertThatThrownBy(() -> as(Role.NURSE, silent)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_relation_ends_by_itself_when_nobody_ever_closes_the_last_contact() {
        var person = followers.left(here, "Rémi");
        // The last window ends on 14 February 2032, the rule keeps 30 days more
        clock.stopAt(noon(LocalDate.of(2032, 3, 15)));
        assertThat(as(Role.NURSE, person).running()).isTrue();
        clock.stopAt(noon(LocalDate.of(2032, 3, 16)));
        assertThatThrownBy(() -> as(Role.NURSE, person)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void whoever_is_named_takes_part_alone_and_nobody_is_named_who_may_not_open_the_record() {
        var person = followers.left(here, "Rémi");
        var psychologist = here.member(Role.PSYCHOLOGIST).id();
        for (var nobody : List.of(
                here.member(Role.COORDINATOR).id(),
                here.member(Role.FAMILY_WORKER).id(),
                elsewhere.member(Role.SOCIAL_WORKER).id(),
                StaffId.create())) {
            assertThatThrownBy(() -> hand(person, nobody))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("worker"));
        }
        hand(person, psychologist);
        clock.stopAt(noon(LocalDate.of(2031, 4, 20)));
        assertThat(as(Role.PSYCHOLOGIST, person).worker()).isEqualTo(psychologist);
        assertThatThrownBy(() -> as(Role.NURSE, person)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void what_a_reached_person_says_closes_the_contact_and_stands_in_the_record() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        attempt(person, 1, LocalDate.of(2031, 2, 24), AttemptOutcome.MESSAGE_LEFT, FollowUpForm.EMPTY, false);
        attempt(person, 1, LocalDate.of(2031, 2, 25), AttemptOutcome.REACHED, SAID, false);
        var contact = contact(person, 1);
        assertThat(contact.state()).isEqualTo(ContactState.REACHED);
        assertThat(contact.closedOn()).isEqualTo(LocalDate.of(2031, 2, 25));
        assertThat(contact.results())
                .singleElement()
                .satisfies(result -> assertThat(result.form()).isEqualTo(SAID));
        assertThat(contact.attempts()).hasSize(2);
        assertThat(entries(person).getFirst().detail())
                .containsEntry(AftercareDetail.MONTHS, "1")
                .containsEntry(AftercareDetail.SUBSTANCE_DAYS, "4")
                .containsEntry(AftercareDetail.WORK, "EMPLOYED");
        assertThatThrownBy(() -> attempt(
                        person, 1, LocalDate.of(2031, 2, 25), AttemptOutcome.NO_ANSWER, FollowUpForm.EMPTY, false))
                .isInstanceOf(Conflict.class);
        assertThat(as(Role.SOCIAL_WORKER, person).running()).isTrue();
    }

    @Test
    void the_same_attempt_twice_is_noted_once() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        here.as(Role.SOCIAL_WORKER, () -> {
            var command = command(contact(person, 1), LocalDate.of(2031, 2, 25), AttemptOutcome.REACHED, SAID, false);
            followUps.attempt(followers.write(person), command);
            followUps.attempt(followers.write(person), command);
            return person;
        });
        assertThat(contact(person, 1).attempts()).hasSize(1);
    }

    @Test
    void not_reached_takes_attempts_on_three_different_days() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 3, 3)));
        for (var day : List.of(24, 24, 24, 25)) {
            attempt(person, 1, LocalDate.of(2031, 2, day), AttemptOutcome.NO_ANSWER, FollowUpForm.EMPTY, false);
        }
        assertThat(contact(person, 1).triedDays()).isEqualTo(2);
        assertThatThrownBy(() -> notReached(person, 1))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refused -> assertThat(refused.arguments()).containsExactly(3, 2));
        attempt(person, 1, LocalDate.of(2031, 3, 3), AttemptOutcome.NO_ANSWER, FollowUpForm.EMPTY, false);
        notReached(person, 1);
        assertThat(contact(person, 1).state()).isEqualTo(ContactState.NOT_REACHED);
        assertThat(as(Role.SOCIAL_WORKER, person).running()).isTrue();
    }

    @Test
    void a_death_ends_every_contact_and_who_was_called_for_it_takes_no_part_from_the_next_day_on() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 4, 20)));
        attempt(person, 3, LocalDate.of(2031, 4, 20), AttemptOutcome.DECEASED, FollowUpForm.EMPTY, false);
        var row = as(Role.SOCIAL_WORKER, person);
        assertThat(row.ending()).isEqualTo(FollowUpEnding.DECEASED);
        assertThat(row.contacts())
                .extracting(ContactRow::state)
                .containsExactly(ContactState.ENDED, ContactState.DECEASED, ContactState.ENDED, ContactState.ENDED);
        assertThatThrownBy(() -> answer(person, FollowUpAnswer.DECLINED)).isInstanceOf(Conflict.class);
        clock.stopAt(noon(LocalDate.of(2031, 4, 21)));
        assertThatThrownBy(() -> as(Role.SOCIAL_WORKER, person)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_death_on_another_ward_ends_them_too() {
        var person = followers.left(here, "Rémi");
        here.as(Role.NURSE, () -> followers.admit(here, person));
        followers.discharge(here, person, EndReason.DIED, FollowUpAnswer.NOT_ASKED);
        assertThat(as(Role.NURSE, person).ending()).isEqualTo(FollowUpEnding.DECEASED);
    }

    @Test
    void who_declines_one_contact_is_still_called_for_the_next_and_who_declines_all_is_not() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        attempt(person, 1, LocalDate.of(2031, 2, 25), AttemptOutcome.DECLINED, FollowUpForm.EMPTY, false);
        assertThat(as(Role.SOCIAL_WORKER, person).running()).isTrue();
        clock.stopAt(noon(LocalDate.of(2031, 4, 25)));
        attempt(person, 3, LocalDate.of(2031, 4, 25), AttemptOutcome.DECLINED, FollowUpForm.EMPTY, true);
        var row = as(Role.SOCIAL_WORKER, person);
        assertThat(row.answer()).isEqualTo(FollowUpAnswer.DECLINED);
        assertThat(row.contacts())
                .extracting(ContactRow::state)
                .containsExactly(ContactState.DECLINED, ContactState.DECLINED, ContactState.ENDED, ContactState.ENDED);
    }

    @Test
    void who_changes_their_mind_again_is_called_for_what_lies_ahead_and_what_was_made_stays() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        attempt(person, 1, LocalDate.of(2031, 2, 25), AttemptOutcome.REACHED, SAID, false);
        answer(person, FollowUpAnswer.DECLINED);
        answer(person, FollowUpAnswer.AGREED);
        assertThat(as(Role.SOCIAL_WORKER, person).contacts())
                .extracting(ContactRow::state)
                .containsExactly(ContactState.REACHED, ContactState.OPEN, ContactState.OPEN, ContactState.OPEN);
    }

    @Test
    void a_later_exit_with_agreement_takes_the_place_of_the_one_before() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 3, 10)));
        here.as(Role.NURSE, () -> followers.admit(here, person));
        clock.stopAt(noon(LocalDate.of(2031, 3, 20)));
        followers.discharge(here, person, EndReason.COMPLETED, FollowUpAnswer.AGREED);
        var both = here.as(Role.NURSE, () -> list(person));
        assertThat(both).extracting(FollowUpRow::running).containsExactly(true, false);
        assertThat(both.getLast().ending()).isEqualTo(FollowUpEnding.REPLACED);
        assertThat(both.getFirst().exitOn()).isEqualTo(LocalDate.of(2031, 3, 20));
    }

    @Test
    void the_last_contact_ends_the_follow_up() {
        var person = followers.left(here, "Rémi");
        for (var month : List.of(1, 3, 6, 12)) {
            clock.stopAt(noon(contact(person, month).dueOn()));
            attempt(person, month, contact(person, month).dueOn(), AttemptOutcome.REACHED, SAID, false);
        }
        assertThat(as(Role.SOCIAL_WORKER, person).ending()).isEqualTo(FollowUpEnding.COMPLETED);
    }

    @Test
    void days_and_answers_out_of_range_are_refused_at_their_field() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        refused("day", person, LocalDate.of(2031, 2, 20), SAID);
        refused("day", person, LocalDate.of(2031, 2, 26), SAID);
        refused("day", person, null, SAID);
        refused("substanceDays", person, LocalDate.of(2031, 2, 25), new FollowUpForm(29, null, null, null, null));
        refused("qualityOfLife", person, LocalDate.of(2031, 2, 25), new FollowUpForm(0, null, null, 21, null));
        refused("craving", person, LocalDate.of(2031, 2, 25), new FollowUpForm(null, null, null, null, -1));
        assertThat(contact(person, 1).attempts()).isEmpty();
    }

    @Test
    void a_correction_is_a_version_with_its_reason_and_nothing_is_overwritten() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        attempt(person, 1, LocalDate.of(2031, 2, 25), AttemptOutcome.REACHED, SAID, false);
        var better = new FollowUpForm(6, WorkState.EMPLOYED, HousingState.INSECURE, 13, 2);
        assertThatThrownBy(() -> correct(person, 1, better, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("reason"));
        correct(person, 1, better, "Misheard");
        assertThat(contact(person, 1).results()).extracting(ResultRow::form).containsExactly(better, SAID);
        assertThatThrownBy(() -> correct(person, 1, SAID, "Again")).isInstanceOf(StaleVersion.class);
    }

    @Test
    void the_list_shows_what_is_due_the_most_late_first_and_how_late() {
        var late = followers.left(here, "Late");
        clock.stopAt(noon(LocalDate.of(2031, 2, 10)));
        var due = followers.left(here, "Due");
        clock.stopAt(noon(LocalDate.of(2031, 3, 10)));
        var ahead = followers.left(here, "Ahead");
        var stranger = followers.left(elsewhere, "Stranger");
        assertThat(page(Role.SOCIAL_WORKER, new AftercareFilter(Whose.MINE, Which.DUE)))
                .extracting(DueContact::person)
                .containsExactly(late, due);
        var first = page(Role.SOCIAL_WORKER, AftercareFilter.MINE).getFirst();
        assertThat(first.until()).isEqualTo(LocalDate.of(2031, 3, 7));
        assertThat(first.daysLate()).isEqualTo(3);
        assertThat(page(Role.SOCIAL_WORKER, new AftercareFilter(Whose.MINE, Which.LATE)))
                .extracting(DueContact::person)
                .containsExactly(late);
        assertThat(page(Role.SOCIAL_WORKER, new AftercareFilter(Whose.TEAM, Which.ALL)))
                .extracting(DueContact::person)
                .contains(ahead)
                .doesNotContain(stranger)
                .hasSize(12);
    }

    @Test
    void pages_of_the_list_join_without_a_gap() {
        followers.left(here, "One");
        followers.left(here, "Two");
        followers.left(here, "Three");
        var filter = new AftercareFilter(Whose.TEAM, Which.ALL);
        var all = page(Role.NURSE, filter);
        var joined = here.as(Role.NURSE, () -> {
            var rows = new java.util.ArrayList<DueContact>();
            AftercareCursor after = null;
            for (var more = true; more; ) {
                var page = followUps.list(scope(), filter, after, 5);
                rows.addAll(page.rows());
                after = page.rows().getLast().cursor();
                more = page.more();
            }
            return rows;
        });
        assertThat(joined).isEqualTo(all).hasSize(12);
    }

    @Test
    void what_somebody_was_named_for_is_on_their_day_and_on_nobody_elses() {
        var person = followers.left(here, "Rémi");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        assertThat(myDay(Role.NURSE)).extracting(TodayItem::person).contains(person);
        hand(person, here.member(Role.PSYCHOLOGIST).id());
        assertThat(myDay(Role.NURSE)).extracting(TodayItem::person).doesNotContain(person);
        assertThat(myDay(Role.PSYCHOLOGIST))
                .filteredOn(item -> person.equals(item.person()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.dueOn()).isEqualTo(LocalDate.of(2031, 3, 7));
                    assertThat(item.title().arguments()).containsExactly("1");
                });
        assertThat(myDay(Role.COORDINATOR)).isEmpty();
    }

    @Test
    void a_lock_leaves_of_others_follow_ups_that_there_is_one() {
        var person = followers.left(here, "Rémi");
        hand(person, here.member(Role.PSYCHOLOGIST).id());
        here.as(Role.NURSE, () -> {
            locks.lockSection(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.PLAN);
            return person;
        });
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        assertThat(page(Role.SOCIAL_WORKER, new AftercareFilter(Whose.TEAM, Which.DUE)))
                .filteredOn(row -> row.person().equals(person))
                .singleElement()
                .satisfies(row -> assertThat(row.locked()).isTrue());
        assertThat(page(Role.PSYCHOLOGIST, AftercareFilter.MINE))
                .filteredOn(row -> row.person().equals(person))
                .singleElement()
                .satisfies(row -> assertThat(row.locked()).isFalse());
        var seen = here.as(Role.SOCIAL_WORKER, () -> followUps.of(access.grant(person, Section.PLAN)));
        assertThat(seen.followUps()).isEmpty();
        assertThat(seen.elsewhere()).isOne();
    }

    @Test
    void a_coordinator_sees_the_planned_days_and_nothing_of_what_was_said() {
        var person = followers.left(here, "Rémi");
        var seen = here.as(Role.COORDINATOR, () -> followUps.of(access.grant(person, Section.PLAN)));
        assertThat(seen.followUps()).isEmpty();
        assertThat(seen.plannedDays()).hasSize(4);
    }

    @Test
    void a_follow_up_of_somebody_else_is_not_found_with_this_persons_grant() {
        var one = followers.left(here, "One");
        var other = followers.left(here, "Other");
        clock.stopAt(noon(LocalDate.of(2031, 2, 25)));
        here.as(Role.SOCIAL_WORKER, () -> {
            var foreign = followers.latest(other);
            assertThatThrownBy(() -> followUps.answer(
                            followers.write(one),
                            new AnswerFollowUp(foreign.id(), foreign.version(), FollowUpAnswer.DECLINED, null)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> followUps.attempt(
                            followers.write(one),
                            command(
                                    foreign.contacts().getFirst(),
                                    LocalDate.of(2031, 2, 25),
                                    AttemptOutcome.REACHED,
                                    SAID,
                                    false)))
                    .isInstanceOf(NotFound.class);
            return one;
        });
    }

    private void refused(String field, PersonId person, @Nullable LocalDate day, FollowUpForm form) {
        assertThatThrownBy(() -> attempt(person, 1, day, AttemptOutcome.REACHED, form, false))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private void attempt(
            PersonId person,
            int months,
            @Nullable LocalDate day,
            AttemptOutcome outcome,
            FollowUpForm form,
            boolean ends) {
        here.as(Role.SOCIAL_WORKER, () -> {
            followUps.attempt(followers.write(person), command(contact(person, months), day, outcome, form, ends));
            return person;
        });
    }

    private static NoteAttempt command(
            ContactRow contact, @Nullable LocalDate day, AttemptOutcome outcome, FollowUpForm form, boolean ends) {
        return new NoteAttempt(
                FollowUpAttemptId.create(), contact.id(), day, AttemptForm.PHONE, outcome, form, ends, null);
    }

    private void notReached(PersonId person, int months) {
        here.as(Role.SOCIAL_WORKER, () -> {
            var contact = contact(person, months);
            followUps.notReached(followers.write(person), contact.id(), contact.version());
            return person;
        });
    }

    private void correct(PersonId person, int months, FollowUpForm form, String reason) {
        here.as(Role.SOCIAL_WORKER, () -> {
            followUps.correct(followers.write(person), contact(person, months).id(), 1, form, reason);
            return person;
        });
    }

    private void answer(PersonId person, FollowUpAnswer answer) {
        here.as(Role.SOCIAL_WORKER, () -> {
            var row = followers.latest(person);
            followUps.answer(followers.write(person), new AnswerFollowUp(row.id(), row.version(), answer, null));
            return person;
        });
    }

    private void hand(PersonId person, StaffId worker) {
        here.as(Role.SOCIAL_WORKER, () -> {
            var row = followers.latest(person);
            followUps.hand(followers.write(person), row.id(), row.version(), worker);
            return person;
        });
    }

    private ContactRow contact(PersonId person, int months) {
        return as(Role.SOCIAL_WORKER, person).contacts().stream()
                .filter(one -> one.months() == months)
                .findFirst()
                .orElseThrow();
    }

    private FollowUpRow as(Role role, PersonId person) {
        return here.as(role, () -> followers.latest(person));
    }

    private List<FollowUpRow> list(PersonId person) {
        return here.as(
                Role.NURSE,
                () -> followUps.of(access.grant(person, Section.PLAN)).followUps());
    }

    private List<DueContact> page(Role role, AftercareFilter filter) {
        return here.as(role, () -> followUps.list(scope(), filter, null, 100).rows());
    }

    private org.relais.access.Scope scope() {
        return access.scope(Section.PLAN, Purpose.CARE, null);
    }

    private List<TodayItem> myDay(Role role) {
        return here.as(
                role,
                () -> today.items(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))));
    }

    private List<EntryRow> entries(PersonId person) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50)
                        .rows());
    }

    private int relations(PersonId person) {
        return jdbc.sql("SELECT COUNT(*) FROM access_care_relation WHERE person_id = ? AND kind = 'FOLLOW_UP'")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }
}
