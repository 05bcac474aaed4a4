package org.relais.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import org.relais.Portal;
import org.relais.access.AccessService;
import org.relais.access.EmergencyReviews;
import org.relais.access.NoticeKind;
import org.relais.access.Notices;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsent;
import org.relais.access.SharingConsents;
import org.relais.aftercare.AftercareFilter;
import org.relais.aftercare.DueContact;
import org.relais.aftercare.FollowUps;
import org.relais.aftercare.WayBackRow;
import org.relais.aftercare.WaysBack;
import org.relais.agenda.Appointments;
import org.relais.agenda.GroupRow;
import org.relais.agenda.Groups;
import org.relais.centre.Centres;
import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.Dashboards;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.PlaceLists;
import org.relais.episode.PlaceOffer;
import org.relais.episode.PlaceOfferState;
import org.relais.episode.TransferState;
import org.relais.episode.Transfers;
import org.relais.episode.WaitingFilter;
import org.relais.indicator.Period;
import org.relais.person.AlertKind;
import org.relais.person.ElsewhereQuestion;
import org.relais.person.PersonFilter;
import org.relais.person.PersonHit;
import org.relais.person.PersonService;
import org.relais.plan.Aims;
import org.relais.plan.GoalActs;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalSteps;
import org.relais.plan.Goals;
import org.relais.record.Amendment;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.reintegration.CaseloadFilter;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.SupportRow;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.staff.Role;
import org.relais.support.ActingAs;
import org.relais.support.LoggedBeforeReadListener;
import org.relais.support.SignInOfThisContext;
import org.relais.support.StatementLogConfiguration;
import org.relais.support.TestDatabase;
import org.relais.worklist.DueRow;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The past as it stands when the demonstration opens, with the people who have a story and some without one: no
 * account finds nothing, and every figure is counted.
 */
@SpringBootTest(
        classes = Portal.class,
        properties = {"relais.demonstration=true", "relais.demonstration.people=45"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(StatementLogConfiguration.class)
@TestExecutionListeners(
        listeners = {SignInOfThisContext.class, LoggedBeforeReadListener.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class DemonstrationYearTests {

    @Autowired
    AccessService access;

    @Autowired
    PersonService persons;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    PlaceLists places;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    @Autowired
    ReintegrationSteps steps;

    @Autowired
    FollowUps followUps;

    @Autowired
    WaysBack waysBack;

    @Autowired
    RelativeContacts relatives;

    @Autowired
    Appointments appointments;

    @Autowired
    Groups groups;

    @Autowired
    SharingConsents consents;

    @Autowired
    EmergencyReviews reviews;

    @Autowired
    Notices notices;

    @Autowired
    Centres centres;

    @Autowired
    Dashboards dashboards;

    @Autowired
    DemonstrationClock clock;

    @Autowired
    HouseIndex house;

    @Autowired
    List<TodaySource> today;

    @Autowired
    Aims aims;

    @Autowired
    Goals goals;

    @Autowired
    GoalSteps goalSteps;

    @Autowired
    GoalActs goalActs;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"AUDITOR", "ADMINISTRATOR"})
    void everybody_who_cares_finds_people_their_record_and_something_to_sign(Role role) {
        acting(role, () -> {
            var people =
                    persons.list(scope(), PersonFilter.everybody(), null, 10).rows();
            assertThat(people).isNotEmpty();
            assertThat(today.stream().flatMap(source -> source.items(scope(), day().of(clock.instant())).stream()))
                    .extracting(TodayItem::kind)
                    .contains(TodayItem.Kind.TO_SIGN);
            return people;
        });
    }

    @Test
    void remi_castellane_is_in_bed_301a_as_in_the_picture() {
        acting(Role.NURSE, () -> {
            var found = persons.search(scope(), "castellane", 5).rows();
            assertThat(found).extracting(hit -> hit.name().display()).contains("Rémi Castellane");
            var remi = person("castellane");
            assertThat(beds()).filteredOn(BedRow::taken).hasSize(8).anySatisfy(row -> {
                assertThat(row.bed().label()).isEqualTo("301A");
                assertThat(row.person()).isEqualTo(remi);
                assertThat(row.day()).isBetween(2, 4);
            });
            var record = access.grant(remi, Section.RECORD);
            assertThat(persons.head(record).alerts()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(persons.head(record).relatives()).isNotEmpty();
            assertThat(consents.of(access.grant(remi, Section.RECORD))).anyMatch(SharingConsent::inForce);
            assertThat(worklist.due(record)).isNotEmpty().anyMatch(DueRow::late);
            var page = timeline.page(record, TimelineFilter.ALL, null, 100).rows();
            assertThat(page).hasSizeGreaterThan(40);
            assertThat(page.getFirst().occurredAt()).isBefore(clock.instant());
            return null;
        });
    }

    @Test
    void people_are_followed_after_their_discharge_and_one_is_on_a_way_back() {
        acting(Role.SOCIAL_WORKER, () -> {
            var plan = access.scope(Section.PLAN, Purpose.CARE, null);
            var contacts = followUps
                    .list(plan, new AftercareFilter(AftercareFilter.Whose.MINE, AftercareFilter.Which.DUE), null, 20)
                    .rows();
            assertThat(contacts).extracting(DueContact::months).contains(1, 3, 6);
            assertThat(contacts).anyMatch(contact -> contact.daysLeft() < 0);
            var hanna = access.grant(person("nyberg"), Section.PLAN);
            assertThat(waysBack.of(hanna)).hasSize(1).allMatch(WayBackRow::open);
            return null;
        });
    }

    @Test
    void what_the_sister_of_remi_castellane_was_told_stands_in_the_record() {
        acting(Role.SOCIAL_WORKER, () -> {
            var log = relatives.of(access.grant(person("castellane"), Section.SOCIAL));
            assertThat(log.contacts()).hasSize(3);
            assertThat(log.supports())
                    .singleElement()
                    .extracting(SupportRow::last)
                    .isNotNull();
            return null;
        });
    }

    @Test
    void remi_castellane_has_a_plan_in_his_words_with_actions_of_several_professions() {
        acting(Role.PHYSICIAN, () -> {
            var record = access.grant(person("castellane"), Section.RECORD);
            assertThat(aims.latest(record))
                    .hasValueSatisfying(aim -> assertThat(aim.words()).contains("sans me presser"));
            var open = goals.of(record).goals();
            assertThat(open).hasSizeGreaterThanOrEqualTo(5);
            var ids = open.stream().map(GoalRow::id).toList();
            assertThat(goalSteps.of(record, ids))
                    .extracting(GoalStepRow::discipline)
                    .contains(Discipline.MEDICAL, Discipline.SOCIAL, Discipline.PSYCHOLOGICAL);
            assertThat(goalActs.of(record, ids, null)).isNotEmpty();
            return null;
        });
    }

    @Test
    void one_record_holds_an_addendum_and_an_entry_taken_back() {
        acting(Role.NURSE, () -> {
            var record = access.grant(person("castellane"), Section.RECORD);
            assertThat(timeline.page(record, TimelineFilter.ALL, null, 100).rows())
                    .flatExtracting(EntryRow::amendments)
                    .extracting(row -> row.amendment())
                    .contains(Amendment.ADDENDUM, Amendment.ENTERED_IN_ERROR);
            return null;
        });
    }

    @Test
    void one_person_at_two_centres_has_not_agreed_to_share() {
        acting(Role.NURSE, () -> {
            var fatou = person("sarr");
            assertThat(consents.of(access.grant(fatou, Section.RECORD))).noneMatch(SharingConsent::inForce);
            assertThat(episodes.of(access.grant(fatou, Section.RECORD))).hasSizeGreaterThan(1);
            return null;
        });
    }

    @Test
    void an_alias_that_became_a_name_is_found_by_both() {
        acting(Role.PEER_WORKER, () -> {
            assertThat(person("Kanté")).isEqualTo(person("Comète-12"));
            return null;
        });
    }

    @Test
    void a_misspelt_name_finds_who_is_alike() {
        acting(Role.NURSE, () -> {
            assertThat(persons.search(scope(), "Nadège Pommier", 10).rows())
                    .extracting(hit -> hit.name().display())
                    .contains("Nadège Pommier", "Nadege Pomier");
            return null;
        });
    }

    @Test
    void the_coordinator_sees_who_waits_and_which_beds_are_free() {
        acting(Role.COORDINATOR, () -> {
            assertThat(episodes.waiting(scope(), WaitingFilter.all(), 50).rows())
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(episodes.beds(scope(), house.unit(Ward.RESIDENCE).id())).anyMatch(BedRow::taken);
            return null;
        });
    }

    @Test
    void the_coordinator_sees_places_offered_accepted_declined_and_lapsed_and_who_leaves_soon() {
        acting(Role.COORDINATOR, () -> {
            var board = places.board(scope());
            assertThat(board.offers())
                    .allSatisfy(offer -> assertThat(offer.name()).isNotNull())
                    .extracting(PlaceOffer::state)
                    .contains(
                            PlaceOfferState.OFFERED,
                            PlaceOfferState.ACCEPTED,
                            PlaceOfferState.DECLINED,
                            PlaceOfferState.EXPIRED);
            assertThat(board.units().stream().flatMap(unit -> unit.expected().stream()))
                    .hasSizeGreaterThanOrEqualTo(3);
            return null;
        });
    }

    @Test
    void of_two_records_opened_in_an_emergency_one_waits_for_its_review() {
        acting(Role.COORDINATOR, () -> {
            assertThat(reviews.waiting(scope()))
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.person()).isEqualTo(person("belhadj")));
            assertThat(notices.mine())
                    .filteredOn(notice -> notice.kind() == NoticeKind.EMERGENCY_BEGUN)
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.EMERGENCY_BEGUN));
            return null;
        });
        acting(Role.SOCIAL_WORKER, () -> {
            assertThat(notices.mine()).isEmpty();
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"AUDITOR", "ADMINISTRATOR"})
    void one_person_is_there_for_the_colleagues_who_are_named_and_for_nobody_else(Role role) {
        var named =
                Set.of(Role.SOCIAL_WORKER, Role.PSYCHOLOGIST, Role.COORDINATOR).contains(role);
        acting(role, () -> {
            var found = persons.search(scope(), "Vauquelin", 5).rows();
            assertThat(found).hasSize(named ? 1 : 0);
            assertThat(persons.list(scope(), PersonFilter.everybody(), null, 200)
                            .rows())
                    .extracting(row -> row.name().display())
                    .matches(names -> names.contains("Maëlle Vauquelin") == named);
            assertThat(persons.elsewhere(scope(), ElsewhereQuestion.named("Vauquelin", LocalDate.of(1990, 10, 2))))
                    .isEmpty();
            if (named) {
                var record = access.grant(found.getFirst().name().person(), Section.RECORD);
                assertThat(timeline.page(record, TimelineFilter.ALL, null, 20).rows())
                        .isNotEmpty();
            }
            return null;
        });
    }

    @Test
    void a_guest_is_at_the_residence_and_their_follow_up_goes_on_elsewhere() {
        ActingAs.actingAs("l.oberg", Role.NURSE, () -> {
            var guest = transfers.ofMyUnits(scope()).stream()
                    .filter(transfer -> transfer.state() == TransferState.PRESENT)
                    .toList();
            assertThat(guest).singleElement().satisfies(one -> {
                assertThat(one.name().display()).isEqualTo("Oskar Thelin");
                access.grant(one.person(), Section.RECORD);
            });
            return null;
        });
    }

    @Test
    void the_social_worker_has_steps_late_and_due_today() {
        acting(Role.SOCIAL_WORKER, () -> {
            var scope = access.scope(Section.SOCIAL, Purpose.CARE, null);
            var mine = steps.caseload(scope, CaseloadFilter.MINE, null, 50).rows().stream()
                    .map(row -> java.util.Objects.requireNonNull(row.step()))
                    .toList();
            assertThat(mine).anyMatch(row -> row.daysLeft() < 0).anyMatch(row -> row.daysLeft() == 0);
            return null;
        });
    }

    @Test
    void the_social_worker_has_a_day_and_the_centre_its_groups() {
        acting(Role.SOCIAL_WORKER, () -> {
            var scope = access.scope(Section.PLAN, Purpose.CARE, null);
            assertThat(appointments.day(
                            scope, scope.actor().id(), LocalDate.ofInstant(clock.instant(), DemonstrationHouse.ZONE)))
                    .anyMatch(block -> block.row() != null && block.row().person() != null);
            assertThat(groups.of(scope, house.centre(Cast.PASSERELLE)).rows())
                    .extracting(GroupRow::name)
                    .contains("Café emploi", "Prévention de la reprise");
            return null;
        });
    }

    @Test
    void nobody_is_warned_of_twice() {
        acting(Role.NURSE, () -> {
            var alerts = persons.head(access.grant(person("castellane"), Section.RECORD))
                    .alerts();
            assertThat(alerts)
                    .filteredOn(alert -> alert.kind() == AlertKind.SEIZURE_HISTORY)
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.text()).contains("mars 2023"));
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"NURSE", "PHYSICIAN", "PSYCHOLOGIST", "SOCIAL_WORKER", "COORDINATOR"})
    void some_work_is_due_or_late(Role role) {
        acting(role, () -> {
            assertThat(worklist.mine(scope(), 50).rows()).isNotEmpty();
            return null;
        });
    }

    /** With few of those without a story: what is asked is that the facts of every room are there. */
    @Test
    void every_figure_of_the_year_is_counted_when_the_door_opens() {
        acting(Role.COORDINATOR, () -> {
            var today = LocalDate.ofInstant(clock.instant(), DemonstrationHouse.ZONE);
            var reports = access.scope(Section.REPORT, Purpose.COORDINATION, null);
            var page = dashboards.page(
                    reports, new DashboardFilter(Set.of(), null, Period.ending(today.minusDays(1), 365)));
            assertThat(page.asOf()).isNotNull();
            for (var code : List.of("K1", "K3", "K4", "K6", "K7", "K10", "K12", "K13", "K16")) {
                assertThat(page.figures().of(code).percent())
                        .as(code)
                        .isNotNull()
                        .isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            }
            for (var code : List.of("K2", "K5")) {
                assertThat(page.figures().of(code).median()).as(code).isPositive();
            }
            assertThat(page.figures().of("K7").percent()).isLessThan(BigDecimal.valueOf(50));
            assertThat(page.figures().of("K10").percent()).isLessThan(BigDecimal.valueOf(40));
            return null;
        });
    }

    @Test
    void the_clock_is_right_again() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    private PersonId person(String text) {
        return persons.search(scope(), text, 1).rows().stream()
                .map(PersonHit::name)
                .findFirst()
                .orElseThrow()
                .person();
    }

    private List<BedRow> beds() {
        return episodes.beds(scope(), house.unit(Ward.WITHDRAWAL).id());
    }

    private ServiceDay day() {
        return centres.all().getFirst().serviceDay();
    }

    private static <T> T acting(Role role, Callable<T> act) {
        return ActingAs.actingAs(Cast.first(role).username(), role, act);
    }
}
