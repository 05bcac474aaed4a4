package org.relais.situation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.centre.Centres;
import org.relais.centre.WorkingDays;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.episode.OpenEnquiry;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.record.Drafts;
import org.relais.record.EntryRow;
import org.relais.record.SaveDraft;
import org.relais.record.StaleDraft;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NeedId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.SocialAssessmentId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.TodayItem;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ratings of needs: signed, corrected, followed by their tasks, asked for anew. */
@RelaisTest
@Import(SocialCases.class)
class NeedsAssessmentsServiceTests {

    static final int[] EXAMPLE = {2, 1, 1, 2, 3, 2, 0, 4, 3, 5, 2, 2, 3};
    static final int[] BETTER = {3, 2, 1, 2, 3, 2, 0, 4, 3, 5, 2, 2, 3};

    @Autowired
    House house;

    @Autowired
    SocialCases cases;

    @Autowired
    NeedsAssessments needs;

    @Autowired
    NeedsToday today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    @Autowired
    Drafts drafts;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    Locks locks;

    @Autowired
    Centres centres;

    @Autowired
    WorkingDays workingDays;

    House.Opened opened;
    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        opened = house.open();
        here = opened.here();
        person = cases.register(here);
    }

    @Test
    void the_worked_example_stands_with_its_mean_and_its_two_tasks() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE));
        var rating = history().current().orElseThrow();
        assertThat(rating.mean()).isEqualTo(new BigDecimal("2.5"));
        assertThat(rating.level(NeedDomain.CHILDREN)).contains(0);
        var due = here.as(
                Role.SOCIAL_WORKER, () -> workingDays.after(centres.centre(here.centre()), java.time.Instant.now(), 2));
        assertThat(tasks())
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.dueOn()).isEqualTo(due));
        assertThat(tasks())
                .extracting(task -> task.title().key())
                .containsExactlyInAnyOrder("situation.task.urgent.income", "situation.task.urgent.employment");
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry(NeedsAssessments.MEAN, "2.5")
                        .containsEntry(NeedsAssessments.URGENT, "INCOME,EMPLOYMENT"));
    }

    @Test
    void signing_twice_signs_once() {
        var command = cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE);
        assertThat(sign(command)).isEqualTo(sign(command));
        assertThat(history().ratings()).hasSize(1);
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void an_open_domain_is_said_and_leaves_no_mean_but_its_alarms() {
        var open = EXAMPLE.clone();
        open[0] = -1;
        var command = cases.rating(here, Occasion.INTAKE, cases.today(), open);
        refused("answers", with(command, false));
        sign(command);
        assertThat(history().current().orElseThrow().mean()).isNull();
        assertThat(tasks()).hasSize(2);
        assertThat(entries().getFirst().detail())
                .doesNotContainKey(NeedsAssessments.MEAN)
                .containsEntry(NeedsAssessments.OPEN, "1");
    }

    @Test
    void the_texts_of_a_domain_come_back_as_they_were_typed() {
        var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
        var told = new NeedAnswer(2, "Une adresse à elle", "Sa sœur", "L’hiver", "Pas de garant");
        answers.put(NeedDomain.HOUSING, told);
        sign(cases.rating(here, Occasion.INTAKE, cases.today(), answers));
        assertThat(history()
                        .current()
                        .orElseThrow()
                        .need(NeedDomain.HOUSING)
                        .orElseThrow()
                        .answer())
                .isEqualTo(told);
    }

    @Test
    void what_is_wrong_is_refused_at_its_field_and_leaves_no_trace() {
        var day = cases.today();
        var answers = Map.of(NeedDomain.HOUSING, NeedAnswer.level(6));
        refused("HOUSING", cases.rating(here, Occasion.INTAKE, day, answers));
        refused(
                "HOUSING.need",
                cases.rating(
                        here,
                        Occasion.INTAKE,
                        day,
                        Map.of(NeedDomain.HOUSING, new NeedAnswer(1, "x".repeat(501), null, null, null))));
        refused("answers", cases.rating(here, Occasion.INTAKE, day, Map.of()));
        refused("assessedOn", cases.rating(here, Occasion.INTAKE, day.plusDays(1), EXAMPLE));
        refused("assessedOn", cases.rating(here, Occasion.INTAKE, day.minusDays(366), EXAMPLE));
        refused("centre", cases.rating(opened.elsewhere(), Occasion.INTAKE, day, EXAMPLE));
        assertThat(history().ratings()).isEmpty();
        assertThat(entries()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void what_is_still_urgent_keeps_its_task_and_what_is_better_needs_it_no_longer() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE));
        var before = tasks().stream()
                .filter(task -> Objects.requireNonNull(task.title().key()).endsWith("employment"))
                .findFirst()
                .orElseThrow();
        sign(cases.rating(here, Occasion.REVIEW, cases.today(), BETTER));
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo(before.id());
            assertThat(task.dueOn()).isEqualTo(before.dueOn());
        });
        assertThat(history()
                        .current()
                        .orElseThrow()
                        .need(NeedDomain.EMPLOYMENT)
                        .orElseThrow()
                        .waits())
                .isTrue();
    }

    @Test
    void a_rating_dated_before_another_calls_for_nothing_now() {
        sign(cases.rating(here, Occasion.REVIEW, cases.today(), 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3));
        sign(cases.rating(here, Occasion.INTAKE, cases.today().minusDays(30), EXAMPLE));
        assertThat(tasks()).isEmpty();
        assertThat(history().current().orElseThrow().mean()).isEqualTo(new BigDecimal("3.0"));
    }

    @Test
    void what_was_done_closes_the_task_and_stands_in_the_record() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE));
        var need = history().current().orElseThrow().need(NeedDomain.INCOME).orElseThrow();
        var command = new AnswerNeed(NeedId.create(), need.id(), "Secours d’urgence obtenu");
        answer(command);
        answer(command);
        assertThat(tasks()).hasSize(1);
        assertThat(history()
                        .current()
                        .orElseThrow()
                        .need(NeedDomain.INCOME)
                        .orElseThrow()
                        .waits())
                .isFalse();
        assertThat(entries()).hasSize(2).first().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Secours d’urgence obtenu");
            assertThat(entry.type()).isEqualTo(EntryTypes.NEED_ANSWERED);
        });
        assertThatThrownBy(() -> answer(new AnswerNeed(NeedId.create(), need.id(), " ")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> answer(new AnswerNeed(NeedId.create(), NeedId.create(), "x")))
                .isInstanceOf(NotFound.class);
        // Urgent again after something was done: a new task
        sign(cases.rating(here, Occasion.REVIEW, cases.today(), EXAMPLE));
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void a_correction_is_a_new_row_that_points_at_the_old_one() {
        var wrong = cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE);
        sign(wrong);
        var right = correcting(
                cases.rating(here, Occasion.INTAKE, cases.today(), BETTER), wrong.id(), "Revenu mal compris");
        sign(right);
        assertThat(history().ratings()).hasSize(2);
        assertThat(history().holding()).singleElement().satisfies(rating -> {
            assertThat(rating.id()).isEqualTo(right.id());
            assertThat(rating.supersedes()).isEqualTo(wrong.id());
            assertThat(rating.reason()).isEqualTo("Revenu mal compris");
        });
        assertThat(tasks()).hasSize(1);
        assertThat(entries()).hasSize(2);
        assertThat(entries().getLast().amendments()).hasSize(1);
        assertThatThrownBy(() -> sign(
                        correcting(cases.rating(here, Occasion.INTAKE, cases.today(), BETTER), wrong.id(), "Encore")))
                .isInstanceOf(Conflict.class);
        refused("reason", correcting(cases.rating(here, Occasion.INTAKE, cases.today(), BETTER), right.id(), " "));
    }

    @Test
    void it_is_signed_from_its_draft_which_is_then_gone() {
        var draft = here.as(
                Role.SOCIAL_WORKER,
                () -> drafts.save(
                        cases.write(person), new SaveDraft(EntryTypes.NEEDS, Map.of("HOUSING", "2"), null, 0)));
        var command = cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE);
        assertThatThrownBy(() -> sign(from(command, new SignNeeds.FromDraft(draft.id(), draft.version() + 1))))
                .isInstanceOf(StaleDraft.class);
        sign(from(command, new SignNeeds.FromDraft(draft.id(), draft.version())));
        assertThat(here.as(Role.SOCIAL_WORKER, () -> drafts.find(cases.write(person), EntryTypes.NEEDS)))
                .isEmpty();
    }

    @Test
    void the_change_since_intake_leaves_out_what_does_not_apply() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today().minusDays(100), EXAMPLE));
        sign(cases.rating(here, Occasion.REVIEW, cases.today(), 4, 1, 0, 1, 3, 2, 3, 4, 3, 5, 2, 2, 3));
        var now = history().current().orElseThrow();
        var intake = history().intakeOf(now).orElseThrow();
        assertThat(NeedsChange.of(Lists.MATRIX, intake, now, NeedDomain.HOUSING))
                .contains(2);
        assertThat(NeedsChange.of(Lists.MATRIX, intake, now, NeedDomain.INCOME)).contains(0);
        assertThat(NeedsChange.of(Lists.MATRIX, intake, now, NeedDomain.EDUCATION))
                .contains(-1);
        assertThat(NeedsChange.of(Lists.MATRIX, intake, now, NeedDomain.EMPLOYMENT))
                .isEmpty();
        assertThat(NeedsChange.of(Lists.MATRIX, intake, now, NeedDomain.CHILDREN))
                .isEmpty();
        assertThat(NeedsChange.ofMean(intake, now)).contains(new BigDecimal("0.3"));
        assertThat(history().intakeOf(intake)).isEmpty();
    }

    @Test
    void three_months_later_it_is_due_for_those_who_rate_and_for_nobody_else() {
        var day = cases.today().minusMonths(3).minusDays(20);
        sign(cases.rating(here, Occasion.INTAKE, day, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3));
        assertThat(history().dueOn(Lists.MATRIX)).contains(day.plusMonths(3));
        assertThat(lines(here, Role.SOCIAL_WORKER)).singleElement().satisfies(line -> {
            assertThat(line.dueOn()).isEqualTo(day.plusMonths(3));
            assertThat(line.title().key()).isEqualTo("situation.today.reassess");
        });
        assertThat(lines(here, Role.NURSE)).isEmpty();
        assertThat(lines(opened.elsewhere(), Role.SOCIAL_WORKER)).isEmpty();
        sign(cases.rating(here, Occasion.REVIEW, cases.today(), 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void it_shows_two_weeks_ahead_and_not_before() {
        sign(cases.rating(here, Occasion.INTAKE, firstDueIn(15), EXAMPLE));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
        sign(cases.rating(here, Occasion.REVIEW, firstDueIn(14), EXAMPLE));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
        var other = cases.register(here);
        here.as(
                Role.SOCIAL_WORKER,
                () -> needs.sign(cases.write(other), cases.rating(here, Occasion.INTAKE, firstDueIn(14), EXAMPLE)));
        assertThat(lines(here, Role.SOCIAL_WORKER)).hasSize(1);
    }

    @Test
    void nobody_is_reminded_of_whom_the_centre_no_longer_cares_for() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today().minusMonths(4), EXAMPLE));
        assertThat(lines(here, Role.SOCIAL_WORKER)).hasSize(1);
        jdbc.sql("UPDATE access_care_relation SET ends_at = ? WHERE person_id = ?")
                .param(Utc.column(clock.instant().minusSeconds(1)))
                .param(person.value())
                .update();
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void who_leaves_is_rated_once_more_at_exit() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
        leave();
        assertThat(lines(here, Role.SOCIAL_WORKER))
                .singleElement()
                .satisfies(line -> assertThat(line.title().key()).isEqualTo("situation.today.exit"));
        sign(cases.rating(here, Occasion.EXIT, cases.today(), EXAMPLE));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
        assertThat(history().dueOn(Lists.MATRIX)).isEmpty();
    }

    @Test
    void another_centre_reads_it_only_with_consent_and_who_locked_it_is_in_no_list() {
        var day = cases.today().minusMonths(4);
        sign(cases.rating(here, Occasion.INTAKE, day, EXAMPLE));
        var elsewhere = opened.elsewhere();
        house.follow(elsewhere, person);
        assertThat(elsewhere
                        .as(Role.SOCIAL_WORKER, () -> needs.of(cases.read(person)))
                        .withheld())
                .isTrue();
        here.as(Role.SOCIAL_WORKER, () -> consents.give(administration(), GiveConsent.everywhere(null, "fr")));
        assertThat(elsewhere
                        .as(Role.SOCIAL_WORKER, () -> needs.of(cases.read(person)))
                        .ratings())
                .hasSize(1);
        var rating = elsewhere
                .as(Role.SOCIAL_WORKER, () -> needs.of(cases.read(person)))
                .ratings()
                .getFirst();
        assertThatThrownBy(() -> elsewhere.as(Role.SOCIAL_WORKER, () -> {
                    needs.answer(
                            cases.write(person),
                            new AnswerNeed(
                                    NeedId.create(), rating.needs().getFirst().id(), "Fait"));
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(lines(here, Role.SOCIAL_WORKER)).hasSize(1);
        here.as(Role.SOCIAL_WORKER, () -> locks.lockSection(administration(), Section.SOCIAL));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void who_reads_summaries_sees_none_of_it_and_nobody_without_a_part_in_the_care_writes() {
        sign(cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE));
        assertThat(here.as(Role.NURSE, () -> needs.of(cases.read(person)))).satisfies(seen -> {
            assertThat(seen.ratings()).isEmpty();
            assertThat(seen.withheld()).isTrue();
        });
        assertThat(here.as(Role.PSYCHOLOGIST, () -> needs.of(cases.read(person)))
                        .ratings())
                .hasSize(1);
        assertThatThrownBy(() -> here.as(Role.PSYCHOLOGIST, () -> cases.write(person)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(
                        Role.SOCIAL_WORKER,
                        () -> needs.sign(
                                cases.read(person), cases.rating(here, Occasion.INTAKE, cases.today(), EXAMPLE))))
                .isInstanceOf(AccessDenied.class);
    }

    private LocalDate firstDueIn(int days) {
        var day = cases.today().plusDays(days).minusMonths(3);
        while (day.plusMonths(3).isBefore(cases.today().plusDays(days))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void leave() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var episode = episodes.enquire(administration(), new OpenEnquiry(here.ward(), null, null));
            episodes.waitFor(
                    administration(), new PutOnWaitingList(episode, 0, here.ward(), Priority.NORMAL, null, null));
            return null;
        });
        here.as(Role.NURSE, () -> {
            var row = episodes.of(access.grant(person, Section.RECORD)).getFirst();
            episodes.admit(
                    administration(),
                    new Admit(row.id(), row.version(), here.ward(), here.beds().getFirst(), null));
            row = episodes.of(access.grant(person, Section.RECORD)).getFirst();
            episodes.discharge(
                    administration(),
                    new Discharge(row.id(), row.version(), EndReason.COMPLETED, Destination.HOME, null, null));
            return null;
        });
    }

    private Grant administration() {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private SignedNeeds sign(SignNeeds command) {
        return here.as(Role.SOCIAL_WORKER, () -> needs.sign(cases.write(person), command));
    }

    private void answer(AnswerNeed command) {
        here.as(Role.SOCIAL_WORKER, () -> {
            needs.answer(cases.write(person), command);
            return null;
        });
    }

    private void refused(String field, SignNeeds command) {
        assertThatThrownBy(() -> sign(command))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private NeedsHistory history() {
        return here.as(Role.SOCIAL_WORKER, () -> needs.of(cases.read(person)));
    }

    private List<DueRow> tasks() {
        return here.as(Role.SOCIAL_WORKER, () -> worklist.due(access.grant(person, Section.RECORD)));
    }

    private List<EntryRow> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50).rows().stream()
                        .filter(entry -> entry.type() != null && entry.type().startsWith("situation."))
                        .toList());
    }

    private List<TodayItem> lines(Place place, Role role) {
        return place.as(
                role, () -> today.items(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), cases.today()));
    }

    private static SignNeeds with(SignNeeds told, boolean incomplete) {
        return new SignNeeds(
                told.id(),
                told.centre(),
                told.occasion(),
                told.assessedOn(),
                told.answers(),
                incomplete,
                null,
                null,
                null);
    }

    private static SignNeeds from(SignNeeds told, SignNeeds.FromDraft draft) {
        return new SignNeeds(
                told.id(), told.centre(), told.occasion(), told.assessedOn(), told.answers(), false, null, draft, null);
    }

    private static SignNeeds correcting(SignNeeds told, SocialAssessmentId wrong, String reason) {
        return new SignNeeds(
                told.id(),
                told.centre(),
                told.occasion(),
                told.assessedOn(),
                told.answers(),
                false,
                null,
                null,
                new SignNeeds.Correction(wrong, reason));
    }
}
