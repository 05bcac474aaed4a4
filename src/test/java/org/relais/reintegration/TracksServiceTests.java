package org.relais.reintegration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.plan.GoalDomain;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.rules.Rules;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.MilestoneId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.TrackId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Projects of reintegration: their milestones and how long it takes. */
@RelaisTest
@Import(Caseworkers.class)
class TracksServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Tracks tracks;

    @Autowired
    Rules rules;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog log;

    Place here;
    Place elsewhere;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
    }

    @Test
    void every_kind_of_project_has_its_milestones_and_every_domain_of_a_goal_has_its_steps() {
        assertThat(rules.all(TrackRule.KIND))
                .extracting(rule -> TrackKind.valueOf(rule.rule().code()))
                .containsExactlyInAnyOrder(TrackKind.values());
        assertThat(List.of(StepDomain.values()))
                .extracting(StepDomain::name)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(GoalDomain.values()).stream().map(Enum::name).toList());
    }

    @Test
    void the_days_to_a_home_are_counted_from_the_first_need_to_moving_in() {
        var id = open(TrackKind.HOUSING, today.minusDays(84));
        assertThat(one()).satisfies(track -> {
            assertThat(track.days()).isEqualTo(84);
            assertThat(track.aimedOn()).isNull();
            assertThat(track.milestones()).extracting(MilestoneRow::reachedOn).containsOnlyNulls();
        });
        reach(id, "LEASE", today.minusDays(30));
        reach(id, "MOVED_IN", today.minusDays(22));
        assertThat(one()).satisfies(track -> {
            assertThat(track.days()).isEqualTo(62);
            assertThat(track.aimedOn()).isEqualTo(today.minusDays(22));
        });
        assertThat(entries()).extracting(EntryRow::type).containsOnly(TrackDetail.TYPE);
        assertThat(entries().getFirst().detail())
                .containsEntry(TrackDetail.ACT, "REACHED")
                .containsEntry(TrackDetail.MILESTONE, "MOVED_IN");
    }

    @Test
    void a_milestone_is_corrected_and_taken_back_and_what_was_said_stays_in_the_record() {
        var id = open(TrackKind.EMPLOYMENT, today.minusDays(50));
        reach(id, "CONTRACT", today.minusDays(10));
        reach(id, "CONTRACT", today.minusDays(9));
        assertThat(one().days()).isEqualTo(41);
        reach(id, "CONTRACT", null);
        assertThat(one().aimedOn()).isNull();
        assertThat(one().days()).isEqualTo(50);
        assertThat(entries()).hasSize(4);
        reach(id, "CONTRACT", null);
        assertThat(entries()).as("nothing new was said").hasSize(4);
    }

    @Test
    void the_same_milestone_twice_is_said_once() {
        var id = open(TrackKind.TRAINING, today.minusDays(5));
        var command = new ReachMilestone(MilestoneId.create(), id, "PROJECT", today, null);
        asSocialWorker(() -> {
            tracks.reach(caseworkers.write(person), command);
            tracks.reach(caseworkers.write(person), command);
            return true;
        });
        assertThat(entries()).hasSize(2);
    }

    @Test
    void one_project_of_a_kind_is_open_and_the_next_begins_after_its_end() {
        var id = open(TrackKind.HOUSING, today.minusDays(9));
        assertThatThrownBy(() -> open(TrackKind.HOUSING, today)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> end(id, " ")).isInstanceOf(InvalidInput.class);
        end(id, "Moved to another town");
        assertThatThrownBy(() -> reach(id, "VISIT", today)).isInstanceOf(Conflict.class);
        open(TrackKind.HOUSING, today);
        assertThat(all())
                .hasSize(2)
                .first()
                .satisfies(track -> assertThat(track.open()).isTrue());
    }

    @Test
    void days_ahead_or_before_the_beginning_are_refused_and_so_is_a_milestone_that_does_not_exist() {
        var id = open(TrackKind.HOUSING, today.minusDays(9));
        for (var day : List.of(today.plusDays(1), today.minusDays(10))) {
            assertThatThrownBy(() -> reach(id, "VISIT", day))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("reachedOn"));
        }
        assertThatThrownBy(() -> reach(id, "CONTRACT", today)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> open(TrackKind.EDUCATION, today.plusDays(1))).isInstanceOf(InvalidInput.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void readers_of_summaries_and_another_centre_see_no_project() {
        open(TrackKind.HOUSING, today);
        assertThat(here.as(Role.NURSE, () -> tracks.of(caseworkers.read(person))))
                .isEmpty();
        caseworkers.follow(elsewhere, person);
        assertThat(elsewhere.as(Role.SOCIAL_WORKER, () -> tracks.of(caseworkers.read(person))))
                .isEmpty();
        assertThat(here.as(Role.PSYCHOLOGIST, () -> tracks.of(caseworkers.read(person))))
                .hasSize(1);
    }

    @Test
    void the_number_of_statements_does_not_depend_on_how_many_projects_there_are() {
        var first = open(TrackKind.HOUSING, today);
        var before = statements();
        for (var kind : Set.of(TrackKind.EDUCATION, TrackKind.TRAINING, TrackKind.EMPLOYMENT)) {
            open(kind, today);
        }
        reach(first, "VISIT", today);
        assertThat(statements()).isEqualTo(before);
    }

    private int statements() {
        return asSocialWorker(() -> {
            var grant = caseworkers.read(person);
            log.clear();
            tracks.of(grant);
            return log.ofThread(Thread.currentThread()).size();
        });
    }

    private TrackId open(TrackKind kind, LocalDate since) {
        var id = TrackId.create();
        return asSocialWorker(() -> {
            tracks.open(caseworkers.write(person), new OpenTrack(id, here.centre(), kind, since));
            return id;
        });
    }

    private void reach(TrackId track, String code, @Nullable LocalDate on) {
        asSocialWorker(() -> {
            tracks.reach(caseworkers.write(person), new ReachMilestone(MilestoneId.create(), track, code, on, null));
            return true;
        });
    }

    private void end(TrackId track, String why) {
        asSocialWorker(() -> {
            tracks.end(caseworkers.write(person), new EndTrack(track, 1, why));
            return true;
        });
    }

    private List<TrackRow> all() {
        return asSocialWorker(() -> tracks.of(caseworkers.read(person)));
    }

    private TrackRow one() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<EntryRow> entries() {
        return asSocialWorker(() -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50))
                .rows();
    }

    private <T> T asSocialWorker(Callable<T> act) {
        return here.as(Role.SOCIAL_WORKER, act);
    }
}
