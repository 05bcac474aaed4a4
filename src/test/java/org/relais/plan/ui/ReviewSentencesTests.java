package org.relais.plan.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.access.EntryLevel;
import org.relais.access.Section;
import org.relais.plan.GoalAct;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalStepState;
import org.relais.plan.ReviewGoal;
import org.relais.record.EntryRow;
import org.relais.record.Visibility;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the software says of a goal, from numbers and states alone, in each language. */
class ReviewSentencesTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant SINCE = Instant.parse("2026-08-12T09:00:00Z");
    private static final LocalDate TARGET = LocalDate.of(2026, 12, 1);
    private static final CentreId CENTRE = CentreId.create();

    private final ReviewSentences words = new ReviewSentences();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Depuis la revue du 12.08.2026 : 3 actes reliés (psychologie 2, travail social 1) ; étapes : 2 faites, une en retard, une à venir. Objectif passé de « Convenu » à « En cours », visé pour le 01.12.2026 (dans 9 jours).
            en | Since the review of 12 Aug 2026: 3 linked acts (psychology 2, social work 1); steps: 2 done, one late, one to come. Goal moved from “Agreed” to “In progress”, aimed for 1 Dec 2026 (in 9 days).
            sv | Sedan uppföljningen 2026-08-12: 3 kopplade insatser (psykologi 2, socialt arbete 1); steg: 2 klara, ett försenat, ett återstår. Målet gick från ”Överenskommet” till ”Pågår”, siktar på 2026-12-01 (om 9 dagar).
            """)
    void two_sentences_say_what_was_done_and_where_the_goal_stands(String language, String expected) {
        var goal = new ReviewGoal(
                goal(GoalState.IN_PROGRESS, TARGET, 9, null),
                GoalState.AGREED,
                acts(Discipline.PSYCHOLOGICAL, Discipline.PSYCHOLOGICAL, Discipline.SOCIAL),
                List.of(
                        step(GoalStepState.DONE, -20),
                        step(GoalStepState.DONE, -2),
                        step(GoalStepState.DOING, -5),
                        step(GoalStepState.TODO, 3)),
                List.of());
        assertThat(words.summary(goal, SINCE, PARIS, Locale.of(language))).isEqualTo(expected);
    }

    @Test
    void nothing_done_is_said_as_such() {
        var goal = new ReviewGoal(
                goal(GoalState.AGREED, null, null, null), GoalState.AGREED, List.of(), List.of(), List.of());
        assertThat(words.summary(goal, null, PARIS, Locale.FRENCH))
                .isEqualTo("Depuis le début : aucun acte relié ; aucune étape. Objectif : convenu.");
        assertThat(words.summary(goal, null, PARIS, Locale.ENGLISH))
                .isEqualTo("Since the beginning: no linked act; no step. Goal: agreed.");
    }

    @Test
    void a_target_that_has_passed_is_said_with_its_days() {
        var late = new ReviewGoal(
                goal(GoalState.IN_PROGRESS, TARGET, -1, null),
                GoalState.IN_PROGRESS,
                acts(Discipline.MEDICAL),
                List.of(step(GoalStepState.BLOCKED, 4)),
                List.of());
        assertThat(words.summary(late, SINCE, PARIS, Locale.FRENCH))
                .isEqualTo("Depuis la revue du 12.08.2026 : un acte relié (soins 1) ; étapes : une bloquée."
                        + " Objectif : en cours, visé pour le 01.12.2026 (dépassé d’un jour).");
        var now = new ReviewGoal(
                goal(GoalState.IN_PROGRESS, TARGET, 0, null), GoalState.IN_PROGRESS, List.of(), List.of(), List.of());
        assertThat(words.summary(now, SINCE, PARIS, Locale.FRENCH)).contains("visé pour aujourd’hui");
    }

    @Test
    void a_goal_that_ended_says_when() {
        var ended = new ReviewGoal(
                goal(GoalState.ATTAINED, TARGET, -4, LocalDate.of(2026, 11, 20)),
                GoalState.IN_PROGRESS,
                List.of(),
                List.of(step(GoalStepState.DONE, -4)),
                List.of());
        assertThat(words.summary(ended, SINCE, PARIS, Locale.FRENCH))
                .endsWith("Objectif passé de « En cours » à « Atteint », le 20.11.2026.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "sv"})
    void no_title_and_no_text_of_an_act_is_in_it_whatever_it_holds(String language) {
        for (var before : GoalState.values()) {
            for (var state : GoalState.values()) {
                var goal = new ReviewGoal(
                        goal(state, TARGET, 3, state.open() ? null : TARGET),
                        before,
                        acts(Discipline.values()),
                        List.of(step(GoalStepState.TODO, 1), step(GoalStepState.CANCELLED, 1)),
                        List.of());
                var said = words.summary(goal, SINCE, PARIS, Locale.of(language));
                assertThat(said)
                        .doesNotContain("Marked title", "Marked text", "Marked step", "{", "plan.")
                        .endsWith(".")
                        .hasSizeLessThan(500);
            }
        }
    }

    private static GoalRow goal(
            GoalState state, @Nullable LocalDate target, @Nullable Integer daysLeft, @Nullable LocalDate ended) {
        return new GoalRow(
                GoalId.create(),
                PersonId.create(),
                CENTRE,
                null,
                1,
                GoalDomain.HOUSING,
                "Un chez-moi",
                null,
                target,
                daysLeft,
                StaffId.create(),
                state,
                null,
                ended,
                null,
                null,
                1,
                SINCE,
                StaffId.create(),
                SINCE,
                StaffId.create());
    }

    private static List<GoalAct> acts(Discipline... disciplines) {
        var acts = new ArrayList<GoalAct>();
        for (var discipline : disciplines) {
            acts.add(new GoalAct(
                    GoalId.create(),
                    new EntryRow(
                            EntryId.create(),
                            EntryLevel.FULL,
                            false,
                            SINCE,
                            SINCE,
                            discipline,
                            Section.SOCIAL,
                            "record.note",
                            "Marked title",
                            "Marked text",
                            Map.of(),
                            CENTRE,
                            StaffId.create(),
                            false,
                            null,
                            Visibility.TEAM,
                            null,
                            List.of()),
                    SINCE,
                    StaffId.create()));
        }
        return acts;
    }

    private static GoalStepRow step(GoalStepState state, int daysLeft) {
        return new GoalStepRow(
                GoalId.create(),
                EntryLevel.FULL,
                null,
                Section.SOCIAL,
                Discipline.SOCIAL,
                CENTRE,
                "Marked step",
                null,
                TARGET,
                daysLeft,
                state);
    }
}
