package org.relais.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.Appointments;
import org.relais.agenda.BookAppointment;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.plan.AddGoal;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStep;
import org.relais.plan.GoalStepState;
import org.relais.plan.GoalSteps;
import org.relais.plan.Goals;
import org.relais.plan.MoveGoal;
import org.relais.shared.AppointmentId;
import org.relais.shared.Conflict;
import org.relais.shared.ConsentId;
import org.relais.shared.Discipline;
import org.relais.shared.GoalId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerContactId;
import org.relais.shared.PersonId;
import org.relais.shared.StaleVersion;
import org.relais.shared.StepId;
import org.relais.shared.WayBackId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The way back of somebody who returned to use, on a real database and a clock that is moved. */
@RelaisTest
@Import({Followers.class, MovableClock.class})
class WaysBackServiceTests {

    @Autowired
    House house;

    @Autowired
    Followers followers;

    @Autowired
    WaysBack waysBack;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Appointments appointments;

    @Autowired
    Goals goals;

    @Autowired
    GoalSteps steps;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SharingConsents consents;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    Centres centres;

    @Autowired
    MovableClock clock;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        clock.stopAt(noon(LocalDate.of(2031, 1, 31)));
        person = followers.left(here, "Rémi");
        // A Thursday; the weekend is not counted
        clock.stopAt(noon(LocalDate.of(2031, 3, 6)));
    }

    @AfterEach
    void goOn() {
        clock.stopAt(Instant.now());
        clock.goOn();
    }

    @Test
    void the_person_is_to_be_seen_within_two_working_days_and_waits_on_no_list() {
        open(true);
        var row = stored();
        assertThat(row.open()).isTrue();
        assertThat(row.dueOn()).isEqualTo(LocalDate.of(2031, 3, 10));
        assertThat(row.daysLeft()).isEqualTo(4);
        assertThat(due()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(AftercareDetail.WAY_BACK);
            assertThat(task.dueOn()).isEqualTo(LocalDate.of(2031, 3, 10));
        });
        var enquiry = episodes().getFirst();
        assertThat(enquiry.state()).isEqualTo(EpisodeState.ENQUIRY);
        assertThat(enquiry.id()).isEqualTo(row.episode());
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> episodes.waitFor(
                                administrative(),
                                new PutOnWaitingList(
                                        enquiry.id(), enquiry.version(), here.ward(), Priority.NORMAL, null, null))))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("aftercare.error.no-waiting"));
        assertThat(episodes().getFirst().state()).isEqualTo(EpisodeState.ENQUIRY);
    }

    @Test
    void the_due_day_counts_the_public_holidays_of_the_country() {
        assertThat(country()).isEqualTo("FR");
        // Easter Monday of 2031 is 14 April
        clock.stopAt(noon(LocalDate.of(2031, 4, 11)));
        open(true);
        assertThat(stored().dueOn()).isEqualTo(LocalDate.of(2031, 4, 16));
    }

    @Test
    void who_never_left_a_treatment_here_is_an_enquiry_like_any_other() {
        var newcomer = followers.admitted(here, "New");
        assertThatThrownBy(() -> open(newcomer, true))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("aftercare.error.no-exit"));
    }

    @Test
    void a_second_way_back_is_refused_and_the_same_one_twice_is_one() {
        var id = open(true);
        here.as(Role.SOCIAL_WORKER, () -> {
            waysBack.open(plan(person), administrative(), command(id, true));
            return id;
        });
        assertThatThrownBy(() -> open(false)).isInstanceOf(Conflict.class);
        assertThat(here.as(Role.SOCIAL_WORKER, () -> waysBack.of(plan(person)))).hasSize(1);
    }

    @Test
    void an_appointment_is_booked_by_the_due_day_unless_the_person_cannot_come_by_then() {
        open(false);
        assertThatThrownBy(() -> book(LocalDate.of(2031, 3, 11), false))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("day"));
        book(LocalDate.of(2031, 3, 10), false);
        assertThat(stored().appointmentOn()).isEqualTo(LocalDate.of(2031, 3, 10));
        assertThat(stored().later()).isFalse();
        assertThat(due()).isEmpty();
        assertThat(here.as(
                        Role.SOCIAL_WORKER, () -> appointments.of(plan(person)).upcoming()))
                .hasSize(1);
    }

    @Test
    void a_later_appointment_says_that_the_person_could_not_come_earlier() {
        open(false);
        book(LocalDate.of(2031, 3, 12), true);
        assertThat(stored().later()).isTrue();
    }

    @Test
    void goals_attained_stay_attained_and_what_is_wanted_now_is_a_new_goal() {
        var attained = attained("Un logement à moi");
        assertThat(attained.state()).isEqualTo(GoalState.ATTAINED);
        open(false);
        var wanted = GoalId.create();
        here.as(Role.SOCIAL_WORKER, () -> {
            var row = stored();
            waysBack.revised(
                    plan(person),
                    row.id(),
                    row.version(),
                    new AddGoal(
                            wanted, here.centre(), GoalDomain.SUBSTANCE_USE, "Reprendre pied", null, null, null, null));
            return row;
        });
        var all = here.as(Role.SOCIAL_WORKER, () -> goals.of(plan(person)).goals());
        assertThat(all)
                .filteredOn(one -> one.id().equals(attained.id()))
                .singleElement()
                .isEqualTo(attained);
        assertThat(all)
                .filteredOn(one -> one.id().equals(wanted))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.statement()).isEqualTo("Reprendre pied");
                    assertThat(one.reopens()).isNull();
                    assertThat(one.state()).isEqualTo(GoalState.DRAFT);
                });
        assertThat(stored().planRevisedOn()).isEqualTo(LocalDate.of(2031, 3, 6));
        assertThat(stored().open()).as("not seen yet").isTrue();
    }

    @Test
    void it_is_done_once_the_person_was_seen_and_the_plan_revised() {
        open(false);
        here.as(Role.NURSE, () -> {
            var row = stored();
            assertThatThrownBy(() -> waysBack.seen(plan(person), row.id(), row.version(), LocalDate.of(2031, 3, 7)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> waysBack.seen(plan(person), row.id(), row.version(), LocalDate.of(2031, 3, 5)))
                    .isInstanceOf(InvalidInput.class);
            waysBack.seen(plan(person), row.id(), row.version(), LocalDate.of(2031, 3, 6));
            assertThatThrownBy(() -> waysBack.revised(plan(person), row.id(), row.version(), null))
                    .isInstanceOf(StaleVersion.class);
            var seen = stored();
            assertThat(seen.open()).isTrue();
            waysBack.revised(plan(person), seen.id(), seen.version(), null);
            return row;
        });
        assertThat(stored().open()).isFalse();
        assertThat(due()).isEmpty();
    }

    @Test
    void a_partner_is_told_only_with_a_consent_in_force_that_names_them() {
        open(false);
        assertThatThrownBy(() -> tell(null)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> tell(ConsentId.create())).isInstanceOf(Conflict.class);
        var care = consent("Clinique du Parc", ConsentPurpose.CARE);
        assertThatThrownBy(() -> tell(care)).isInstanceOf(Conflict.class);
        var housing = consent("Association Le Seuil", ConsentPurpose.SOCIAL_SUPPORT);
        tell(housing);
        assertThat(stored().partners())
                .singleElement()
                .satisfies(partner -> assertThat(partner.organisation()).isEqualTo("Association Le Seuil"));
        here.as(Role.NURSE, () -> {
            consents.withdraw(administrative(), housing);
            return housing;
        });
        assertThatThrownBy(() -> tell(housing))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("aftercare.error.no-consent"));
        assertThat(here.as(Role.SOCIAL_WORKER, () -> waysBack.partners(access.grant(person, Section.RECORD))))
                .isEmpty();
    }

    @Test
    void it_is_ended_with_a_reason_and_leaves_no_task() {
        open(false);
        here.as(Role.NURSE, () -> {
            var row = stored();
            assertThatThrownBy(() -> waysBack.end(plan(person), row.id(), row.version(), " "))
                    .isInstanceOf(InvalidInput.class);
            waysBack.end(plan(person), row.id(), row.version(), "Goes to another centre");
            return row;
        });
        assertThat(stored().open()).isFalse();
        assertThat(due()).isEmpty();
    }

    @Test
    void a_unit_of_another_centre_takes_nobody_in_this_way() {
        assertThatThrownBy(() -> here.as(Role.SOCIAL_WORKER, () -> {
                    waysBack.open(
                            plan(person),
                            administrative(),
                            new OpenWayBack(WayBackId.create(), here.centre(), elsewhere.ward(), null, null));
                    return person;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("unit"));
    }

    private WayBackId open(boolean again) {
        return open(person, again);
    }

    private WayBackId open(PersonId whose, boolean again) {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var id = WayBackId.create();
            waysBack.open(
                    plan(whose),
                    access.grant(whose, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    command(id, again));
            return id;
        });
    }

    private OpenWayBack command(WayBackId id, boolean again) {
        return new OpenWayBack(id, here.centre(), again ? here.ward() : null, "J’ai repris lundi", null);
    }

    private void book(LocalDate day, boolean later) {
        here.as(Role.SOCIAL_WORKER, () -> {
            var row = stored();
            waysBack.book(
                    plan(person),
                    row.id(),
                    row.version(),
                    BookAppointment.of(
                            AppointmentId.create(),
                            here.centre(),
                            AppointmentKind.INDIVIDUAL,
                            "Way back",
                            day,
                            LocalTime.of(10, 0),
                            45,
                            here.member(Role.SOCIAL_WORKER).id()),
                    later);
            return row;
        });
    }

    private void tell(@Nullable ConsentId consent) {
        here.as(Role.SOCIAL_WORKER, () -> {
            waysBack.tell(
                    plan(person),
                    access.grant(person, Section.RECORD),
                    new TellPartner(PartnerContactId.create(), stored().id(), consent, "He asks to keep the flat"));
            return person;
        });
    }

    private ConsentId consent(String organisation, ConsentPurpose purpose) {
        return here.as(
                Role.NURSE,
                () -> consents.give(
                        administrative(),
                        new GiveConsent(null, organisation, Set.of(Section.SOCIAL), purpose, null, "fr")));
    }

    private GoalRow attained(String statement) {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var draft = goals.add(
                    plan(person),
                    new AddGoal(
                            GoalId.create(),
                            here.centre(),
                            GoalDomain.HOUSING,
                            statement,
                            "A lease in his name",
                            null,
                            null,
                            null));
            var grant = plan(person);
            transaction.executeWithoutResult(_ -> steps.keep(
                    grant,
                    new GoalStep(
                            draft.id(),
                            StepId.create(),
                            Section.PLAN,
                            Discipline.SOCIAL,
                            here.centre(),
                            "Visit the flat",
                            grant.actor().id(),
                            LocalDate.of(2031, 3, 6),
                            GoalStepState.DONE)));
            var day = LocalDate.of(2031, 3, 6);
            var agreed =
                    goals.move(plan(person), new MoveGoal(draft.id(), draft.version(), GoalState.AGREED, day, null));
            return goals.move(
                    plan(person), new MoveGoal(draft.id(), agreed.version(), GoalState.ATTAINED, day, "The lease"));
        });
    }

    private WayBackRow stored() {
        return here.as(Role.SOCIAL_WORKER, () -> waysBack.of(plan(person)).getFirst());
    }

    private List<EpisodeRow> episodes() {
        return here.as(Role.NURSE, () -> episodes.of(access.grant(person, Section.RECORD)));
    }

    private List<DueRow> due() {
        return here.as(Role.SOCIAL_WORKER, () -> worklist.due(access.grant(person, Section.RECORD))).stream()
                .filter(task -> task.kind().equals(AftercareDetail.WAY_BACK))
                .toList();
    }

    private String country() {
        return here.as(Role.NURSE, () -> centres.centre(here.centre()).countryProfile());
    }

    private org.relais.access.Grant plan(PersonId whose) {
        return access.grant(whose, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    private org.relais.access.Grant administrative() {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }
}
