package org.relais.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.MayBeTold;
import org.relais.person.PersonService;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.record.Drafts;
import org.relais.record.SaveDraft;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.DraftId;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.shared.ReviewId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.therapy.Psychologists;
import org.relais.therapy.TherapySessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reviews from what served each goal to the signed summary, its corrections and the day of the next one. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, Psychologists.class, Reviewers.class})
class ReviewsServiceTests {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Psychologists psychologists;

    @Autowired
    Reviewers reviewers;

    @Autowired
    Reviews reviews;

    @Autowired
    Goals goals;

    @Autowired
    GoalActs acts;

    @Autowired
    Timeline timeline;

    @Autowired
    Drafts drafts;

    @Autowired
    PersonService persons;

    @Autowired
    AccessService access;

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
    void a_session_that_served_a_housing_goal_shows_at_the_review_by_its_title_and_never_its_text() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        var session = psychologists.sign(here, person, "Colère au foyer", "Il dit avoir dormi dehors.");
        link(Role.PSYCHOLOGIST, goal, session);
        var seen = basis(Role.SOCIAL_WORKER).goals().getFirst().acts();
        assertThat(seen).singleElement().satisfies(act -> {
            assertThat(act.entry().level()).isEqualTo(EntryLevel.SUMMARY);
            assertThat(act.entry().title()).isEqualTo("Colère au foyer");
            assertThat(act.entry().text()).isNull();
            assertThat(act.entry().detail()).isEmpty();
        });
        assertThat(basis(Role.PSYCHOLOGIST).goals().getFirst().acts())
                .singleElement()
                .satisfies(act -> assertThat(act.entry().text()).isEqualTo("Il dit avoir dormi dehors."));
    }

    @Test
    void a_process_note_never_shows_at_a_review_not_even_to_its_author() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        psychologists.signBoth(here, person, "Il avance.", "Contre-transfert.");
        var note = here.as(Role.PSYCHOLOGIST, () -> reviewers.entry(person, TherapySessions.PROCESS_NOTE));
        link(Role.PSYCHOLOGIST, goal, note);
        assertThat(here.as(Role.PSYCHOLOGIST, () -> acts.of(planners.record(person), List.of(goal.id()), null)))
                .hasSize(1);
        for (var role : List.of(Role.SOCIAL_WORKER, Role.PHYSICIAN, Role.NURSE, Role.PSYCHOLOGIST)) {
            assertThat(basis(role).goals().getFirst().acts()).as(role.name()).isEmpty();
        }
    }

    @Test
    void a_review_is_signed_once_moves_the_goals_and_stands_in_the_record() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        var command = as(() -> moving(reviewers.command(here, basis(), today.plusMonths(2)), GoalState.IN_PROGRESS));
        var entry = as(() -> reviews.sign(reviewers.write(person), reviewers.record(person), command));
        assertThat(as(() -> reviews.sign(reviewers.write(person), reviewers.record(person), command)))
                .isEqualTo(entry);
        assertThat(list()).singleElement().satisfies(review -> {
            assertThat(review.number()).isEqualTo(1);
            assertThat(review.words()).isEqualTo("I want to go on");
            assertThat(review.nextOn()).isEqualTo(today.plusMonths(2));
            assertThat(review.goals()).singleElement().satisfies(said -> {
                assertThat(said.before()).isEqualTo(GoalState.AGREED);
                assertThat(said.state()).isEqualTo(GoalState.IN_PROGRESS);
                assertThat(said.summary()).isEqualTo("Goes on");
            });
        });
        assertThat(as(() -> goals.of(planners.read(person)).goals()))
                .extracting(GoalRow::state)
                .containsExactly(GoalState.IN_PROGRESS);
        assertThat(as(() -> timeline.entry(reviewers.record(person), entry)).orElseThrow())
                .satisfies(row -> {
                    assertThat(row.type()).isEqualTo(ReviewDetail.TYPE);
                    assertThat(row.text()).contains("I want to go on", "Un chez-moi", "Goes on");
                });
        assertThat(as(() -> reviews.dates(reviewers.read(person))))
                .singleElement()
                .satisfies(date -> assertThat(date.dueOn()).isEqualTo(today.plusMonths(2)));
        assertThat(goal.id()).isNotNull();
    }

    @Test
    void the_next_review_begins_where_the_one_before_ended() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        link(Role.PSYCHOLOGIST, goal, psychologists.sign(here, person, "Avant", "x"));
        var done = planners.add(here, person, "Mes papiers");
        as(() -> goals.move(planners.write(person), new MoveGoal(done.id(), 1, GoalState.OBSOLETE, null, "Retrouvés")));
        assertThat(basis(Role.SOCIAL_WORKER).goals()).hasSize(2);
        reviewers.sign(here, person);
        var next = basis(Role.SOCIAL_WORKER);
        assertThat(next.lastNumber()).isEqualTo(1);
        assertThat(next.since()).isNotNull();
        assertThat(next.goals()).singleElement().satisfies(left -> {
            assertThat(left.goal().id()).isEqualTo(goal.id());
            assertThat(left.acts()).isEmpty();
            assertThat(left.changes()).isEmpty();
            assertThat(left.before()).isEqualTo(GoalState.AGREED);
        });
        as(() -> goals.move(planners.write(person), new MoveGoal(goal.id(), 2, GoalState.IN_PROGRESS, null, null)));
        assertThat(basis(Role.SOCIAL_WORKER).goals().getFirst().changes()).hasSize(1);
    }

    @Test
    void a_colleagues_review_signed_meanwhile_is_shown_and_nothing_is_stored() {
        planners.agreed(here, person, "Un chez-moi", today);
        var mine = as(() -> reviewers.command(here, basis(), today.plusMonths(1)));
        here.as(Role.PHYSICIAN, () -> {
            var theirs = reviewers.command(here, basis(), today.plusMonths(1));
            return reviews.sign(reviewers.write(person), reviewers.record(person), theirs);
        });
        assertThatThrownBy(() -> as(() -> reviews.sign(reviewers.write(person), reviewers.record(person), mine)))
                .isInstanceOfSatisfying(StaleReview.class, stale -> {
                    assertThat(stale.stored()).isNotNull();
                    assertThat(Objects.requireNonNull(stale.stored()).signedBy())
                            .isEqualTo(here.member(Role.PHYSICIAN).id());
                });
        assertThat(list()).hasSize(1);
    }

    @Test
    void a_goal_changed_meanwhile_stops_the_review_and_leaves_nothing() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        var mine = as(() -> moving(reviewers.command(here, basis(), today.plusMonths(1)), GoalState.IN_PROGRESS));
        here.as(
                Role.PHYSICIAN,
                () -> goals.change(
                        planners.write(person),
                        new ChangeGoal(goal.id(), 2, "Un studio", "A lease in their name", null, null)));
        assertThatThrownBy(() -> as(() -> reviews.sign(reviewers.write(person), reviewers.record(person), mine)))
                .isInstanceOf(StaleGoal.class);
        assertThat(list()).isEmpty();
        assertThat(as(() -> timeline.page(reviewers.record(person), TimelineFilter.ALL, null, 50).rows().stream()
                        .filter(entry -> ReviewDetail.TYPE.equals(entry.type()))
                        .toList()))
                .isEmpty();
    }

    @Test
    void what_was_attained_at_a_review_says_what_shows_it() {
        planners.agreed(here, person, "Un chez-moi", today);
        refused("evidence", () -> moving(reviewers.command(here, basis(), today.plusMonths(1)), GoalState.ATTAINED));
        assertThat(list()).isEmpty();
    }

    @Test
    void the_next_review_is_no_later_than_the_rule_says_and_not_in_the_past() {
        planners.agreed(here, person, "Un chez-moi", today);
        var longest = reviewersRule();
        refused(
                "nextOn",
                () -> reviewers.command(here, basis(), today.plusMonths(longest).plusDays(1)));
        refused("nextOn", () -> reviewers.command(here, basis(), today));
        refused("nextOn", () -> without(reviewers.command(here, basis(), today.plusDays(1))));
        as(() -> reviews.sign(
                reviewers.write(person),
                reviewers.record(person),
                reviewers.command(here, basis(), today.plusMonths(longest))));
        assertThat(list()).hasSize(1);
    }

    @Test
    void a_review_was_not_held_ahead_nor_years_ago() {
        planners.agreed(here, person, "Un chez-moi", today);
        refused("heldOn", () -> held(reviewers.command(here, basis(), today.plusDays(7)), today.plusDays(1)));
        refused("heldOn", () -> held(reviewers.command(here, basis(), today.plusDays(7)), today.minusYears(3)));
    }

    @Test
    void a_plan_without_an_open_goal_needs_no_next_review() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        assertThat(as(() -> reviews.dates(reviewers.read(person)))).hasSize(1);
        as(() -> reviews.sign(
                reviewers.write(person),
                reviewers.record(person),
                without(moving(reviewers.command(here, basis(), today.plusDays(1)), GoalState.ABANDONED_BY_PERSON))));
        assertThat(goal).isNotNull();
        assertThat(list())
                .singleElement()
                .satisfies(review -> assertThat(review.nextOn()).isNull());
        assertThat(as(() -> reviews.dates(reviewers.read(person)))).isEmpty();
    }

    @Test
    void a_plan_that_is_agreed_gets_the_day_of_its_first_review() {
        planners.agreed(here, person, "Un chez-moi", today);
        assertThat(as(() -> reviews.dates(reviewers.read(person))))
                .singleElement()
                .satisfies(date -> {
                    assertThat(date.dueOn()).isEqualTo(today.plusMonths(reviewersRule()));
                    assertThat(date.version()).isEqualTo(1);
                });
    }

    @Test
    void the_day_is_set_by_hand_and_two_at_once_see_both() {
        planners.agreed(here, person, "Un chez-moi", today);
        var first = new ScheduleReview(here.centre(), today.plusDays(9), 1);
        var set = as(() -> reviews.schedule(reviewers.write(person), first));
        assertThat(set.daysLeft()).isEqualTo(9);
        assertThat(as(() -> reviews.schedule(reviewers.write(person), first))).isEqualTo(set);
        assertThatThrownBy(() -> here.as(
                        Role.PHYSICIAN,
                        () -> reviews.schedule(
                                reviewers.write(person), new ScheduleReview(here.centre(), today.plusDays(3), 1))))
                .isInstanceOfSatisfying(
                        StaleReviewDate.class,
                        stale -> assertThat(
                                        Objects.requireNonNull(stale.stored()).dueOn())
                                .isEqualTo(today.plusDays(9)));
    }

    @Test
    void a_correction_is_a_new_version_that_points_at_the_old_one() {
        var goal = planners.agreed(here, person, "Un chez-moi", today);
        reviewers.sign(here, person);
        var first = list().getFirst();
        var correction = new CorrectReview(
                ReviewId.create(),
                first.id(),
                "Wrong person quoted",
                Map.of(goal.id(), "Has visited two flats"),
                first.members(),
                null);
        var entry = as(() -> reviews.correct(reviewers.write(person), reviewers.record(person), correction));
        assertThat(as(() -> reviews.correct(reviewers.write(person), reviewers.record(person), correction)))
                .isEqualTo(entry);
        assertThat(list()).singleElement().satisfies(review -> {
            assertThat(review.version()).isEqualTo(2);
            assertThat(review.number()).isEqualTo(1);
            assertThat(review.corrects()).isEqualTo(first.id());
            assertThat(review.words()).isNull();
            assertThat(review.goals().getFirst().summary()).isEqualTo("Has visited two flats");
        });
        assertThat(as(() -> reviews.versions(reviewers.read(person), first.id())))
                .extracting(ReviewRow::words)
                .containsExactly(null, "I want to go on");
        var late = new CorrectReview(ReviewId.create(), first.id(), "Late", Map.of(), first.members(), null);
        assertThatThrownBy(() -> as(() -> reviews.correct(reviewers.write(person), reviewers.record(person), late)))
                .isInstanceOf(StaleReview.class);
        var silent = new CorrectReview(ReviewId.create(), list().getFirst().id(), " ", Map.of(), first.members(), null);
        assertThatThrownBy(() -> as(() -> reviews.correct(reviewers.write(person), reviewers.record(person), silent)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo("reason"));
    }

    @Test
    void relatives_are_named_as_the_record_names_them_and_nobody_else_is() {
        planners.agreed(here, person, "Un chez-moi", today);
        var sister = as(() -> persons.addRelative(
                access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                new RelativeDetails("Élodie Castellane", Relation.SISTER, null, new MayBeTold(Map.of(), null, null))));
        as(() -> reviews.sign(
                reviewers.write(person),
                reviewers.record(person),
                with(
                        reviewers.command(here, basis(), today.plusDays(5)),
                        List.of(
                                new ReviewMember.ThePerson(),
                                new ReviewMember.CloseOne(sister, "typed"),
                                new ReviewMember.Colleague(
                                        here.member(Role.NURSE).id())))));
        assertThat(list().getFirst().members())
                .containsExactly(
                        new ReviewMember.ThePerson(),
                        new ReviewMember.CloseOne(sister, "Élodie Castellane"),
                        new ReviewMember.Colleague(here.member(Role.NURSE).id()));
        refused(
                "members",
                () -> with(
                        reviewers.command(here, basis(), today.plusDays(5)),
                        List.of(new ReviewMember.CloseOne(RelativeId.create(), "Somebody"))));
        refused(
                "members",
                () -> with(
                        reviewers.command(here, basis(), today.plusDays(5)),
                        List.of(new ReviewMember.Colleague(
                                elsewhere.member(Role.NURSE).id()))));
        refused("members", () -> with(reviewers.command(here, basis(), today.plusDays(5)), List.of()));
    }

    @Test
    void a_draft_is_signed_once_even_from_two_windows() {
        planners.agreed(here, person, "Un chez-moi", today);
        var entries = as(() -> {
            var write = reviewers.write(person);
            var draft = drafts.save(write, new SaveDraft(ReviewDetail.TYPE, Map.of("words", "typed"), null, 0));
            var one = drafted(reviewers.command(here, basis(), today.plusDays(5)), draft.id(), draft.version());
            var two = drafted(reviewers.command(here, basis(), today.plusDays(5)), draft.id(), draft.version());
            return List.of(
                    reviews.sign(write, reviewers.record(person), one),
                    reviews.sign(write, reviewers.record(person), two));
        });
        assertThat(entries.getFirst()).isEqualTo(entries.getLast());
        assertThat(list()).hasSize(1);
    }

    @Test
    void a_coordinator_sees_that_there_was_a_review_and_no_word_of_it_and_a_family_worker_signs_none() {
        planners.agreed(here, person, "Un chez-moi", today);
        reviewers.sign(here, person);
        var seen = here.as(Role.COORDINATOR, () -> reviews.of(reviewers.read(person)));
        assertThat(seen.reviews()).isEmpty();
        assertThat(seen.titles()).hasSize(1);
        assertThatThrownBy(() -> here.as(Role.COORDINATOR, () -> reviewers.write(person)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void what_is_due_is_listed_by_centre_the_most_late_first_and_says_nothing_elsewhere() {
        planners.agreed(here, person, "Un chez-moi", today);
        var other = caseworkers.register(here, "Ana");
        planners.agreed(here, other, "Un emploi", today);
        as(() -> reviews.schedule(reviewers.write(person), new ScheduleReview(here.centre(), today.plusDays(6), 1)));
        as(() -> reviews.schedule(reviewers.write(other), new ScheduleReview(here.centre(), today.plusDays(2), 1)));
        assertThat(as(() -> reviews.due(reviewers.plan(), here.centre(), today.plusDays(7))))
                .extracting(DueReview::person)
                .containsExactly(other, person);
        assertThat(as(() -> reviews.due(reviewers.plan(), here.centre(), today.plusDays(3))))
                .hasSize(1);
        assertThatThrownBy(() -> elsewhere.as(
                        Role.SOCIAL_WORKER, () -> reviews.due(reviewers.plan(), here.centre(), today.plusDays(7))))
                .isInstanceOf(NotFound.class);
    }

    private int reviewersRule() {
        return as(() -> reviews.rule().longestMonths());
    }

    private ReviewBasis basis() {
        return reviews.basis(reviewers.record(person));
    }

    private ReviewBasis basis(Role role) {
        return here.as(role, this::basis);
    }

    private List<ReviewRow> list() {
        return as(() -> reviews.of(reviewers.read(person)).reviews());
    }

    private void link(Role role, GoalRow goal, EntryId act) {
        here.as(role, () -> {
            acts.link(planners.write(person), planners.record(person), goal.id(), act);
            return act;
        });
    }

    private void refused(String field, Callable<SignReview> command) {
        assertThatThrownBy(
                        () -> as(() -> reviews.sign(reviewers.write(person), reviewers.record(person), command.call())))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).startsWith(field));
    }

    private static SignReview held(SignReview command, LocalDate day) {
        return new SignReview(
                command.id(),
                command.centre(),
                command.lastNumber(),
                command.gatheredAt(),
                day,
                command.goals(),
                command.members(),
                command.words(),
                command.nextOn(),
                command.draft(),
                command.expectedDraftVersion());
    }

    private static SignReview moving(SignReview command, GoalState state) {
        return new SignReview(
                command.id(),
                command.centre(),
                command.lastNumber(),
                command.gatheredAt(),
                command.heldOn(),
                command.goals().stream()
                        .map(said ->
                                new SignReview.Said(said.goal(), said.expectedVersion(), state, null, said.summary()))
                        .toList(),
                command.members(),
                command.words(),
                command.nextOn(),
                null,
                0);
    }

    private static SignReview without(SignReview command) {
        return copy(command, command.members(), null, null, 0);
    }

    private static SignReview with(SignReview command, List<ReviewMember> members) {
        return copy(command, members, command.nextOn(), null, 0);
    }

    private static SignReview drafted(SignReview command, DraftId draft, long version) {
        return copy(command, command.members(), command.nextOn(), draft, version);
    }

    private static SignReview copy(
            SignReview command,
            List<ReviewMember> members,
            @Nullable LocalDate nextOn,
            @Nullable DraftId draft,
            long version) {
        return new SignReview(
                command.id(),
                command.centre(),
                command.lastNumber(),
                command.gatheredAt(),
                command.heldOn(),
                command.goals(),
                members,
                command.words(),
                nextOn,
                draft,
                version);
    }

    private <T> T as(Callable<T> act) {
        return here.as(Role.SOCIAL_WORKER, act);
    }
}
