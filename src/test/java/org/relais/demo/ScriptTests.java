package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The invented years as they are written, before anything is stored. */
class ScriptTests {

    private static final Instant NOW = Instant.parse("2026-11-19T13:30:00Z");
    private static final int EVERYBODY = Script.MOST;

    private static final Set<Ward> INPATIENT = Set.of(Ward.WITHDRAWAL, Ward.RESIDENCE);

    /** The words of the design guide, section 7, that no French text may hold. */
    private static final Pattern BANNED = Pattern.compile(
            "(?iu)(?<![\\p{L}])(toxicomanes?|droguée?s?|alcooliques?|addicts?|junkies?|abus\\p{L}*|rechut\\p{L}*|propres?"
                    + "|sales?|non-compliance|inobservan\\p{L}*|sevrée?s?)(?![\\p{L}])");

    @Test
    void the_same_seed_tells_the_same_year() {
        var first = Script.of(7, 60, NOW);
        var second = Script.of(7, 60, NOW);
        assertThat(second.people()).isEqualTo(first.people());
        assertThat(second.acts()).isEqualTo(first.acts());
        assertThat(Script.of(8, 60, NOW).people()).isNotEqualTo(first.people());
    }

    @Test
    void times_are_counted_from_now() {
        // From here on two years before it lie within the rules of the house
        var now = Instant.parse("2027-06-10T13:30:00Z");
        var first = Script.of(7, 60, now);
        var week = Duration.ofDays(7);
        var later = Script.of(7, 60, now.plus(week));
        assertThat(later.people()).isEqualTo(first.people());
        assertThat(later.acts()).hasSameSizeAs(first.acts());
        // Hours are those of the centres' clocks, which change in spring and autumn
        assertThat(later.acts().getFirst().at())
                .isCloseTo(first.acts().getFirst().at().plus(week), within(1, ChronoUnit.HOURS));
        assertThat(later.acts().stream().map(ScriptTests::what))
                .containsExactlyInAnyOrderElementsOf(
                        first.acts().stream().map(ScriptTests::what).toList());
    }

    @Test
    void it_lasts_two_years_and_ends_now() {
        var now = Instant.parse("2027-06-10T13:30:00Z");
        var script = Script.of(DemonstrationYear.SEED, EVERYBODY, now);
        assertThat(script.people()).hasSize(EVERYBODY).doesNotHaveDuplicates();
        assertThat(script.acts())
                .extracting(Act::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(now.minus(Duration.ofDays(731)), now));
        assertThat(script.acts().getFirst().at()).isBefore(now.minus(Duration.ofDays(700)));
        assertThat(script.acts().getLast().at()).isAfter(now.minus(Duration.ofHours(1)));
    }

    @Test
    void nothing_is_older_than_the_rules_it_goes_by() {
        assertThat(Script.days(Instant.parse("2027-06-10T13:30:00Z"))).isEqualTo(730);
        assertThat(Script.of(DemonstrationYear.SEED, EVERYBODY, NOW)
                        .acts()
                        .getFirst()
                        .at())
                .isBetween(Instant.parse("2025-01-06T00:00:00Z"), Instant.parse("2025-02-01T00:00:00Z"));
    }

    @Test
    void fewer_people_are_the_first_of_all() {
        var some = Script.of(DemonstrationYear.SEED, 60, NOW);
        var all = Script.of(DemonstrationYear.SEED, EVERYBODY, NOW);
        assertThat(all.people()).startsWith(some.people().toArray(Invented[]::new));
        assertThat(all.acts().stream().filter(act -> act.person() < 60)).hasSameSizeAs(some.acts());
    }

    /** Whatever the day of the week and the hour at which the demonstration is first started. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 21, 35, 48, 59, 61, 83, 96, 120, 144})
    void everybody_is_registered_first_and_something_follows(int hoursLater) {
        var script = Script.of(DemonstrationYear.SEED, EVERYBODY, NOW.plus(Duration.ofHours(hoursLater)));
        IntStream.range(0, EVERYBODY).forEach(person -> {
            var deeds = script.acts().stream()
                    .filter(act -> act.person() == person)
                    .map(Act::deed)
                    .toList();
            assertThat(deeds).hasSizeGreaterThanOrEqualTo(2);
            assertThat(deeds.getFirst()).isInstanceOf(Deed.Register.class);
        });
    }

    /** A bed that is still taken stops the first start of the demonstration. */
    @ParameterizedTest
    @ValueSource(ints = {0, 24, 48, 68, 72, 96, 120, 144})
    void no_bed_is_given_to_somebody_before_it_is_left(int hoursLater) {
        var beds = new HashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var act : Script.of(DemonstrationYear.SEED, EVERYBODY, NOW.plus(Duration.ofHours(hoursLater)))
                .acts()) {
            var given =
                    switch (act.deed()) {
                        case Deed.AdmitTo admission -> admission.ward() + " " + admission.bed();
                        case Deed.ArriveByTransfer arrival -> Ward.RESIDENCE + " " + arrival.bed();
                        default -> null;
                    };
            if (given != null || (act.deed() instanceof Deed.DischargeFrom left && INPATIENT.contains(left.ward()))) {
                beds.values().removeIf(person -> person == act.person());
            }
            if (given != null && beds.putIfAbsent(given, act.person()) != null) {
                wrong.add(given + " at " + act.at());
            }
        }
        assertThat(beds).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_people_with_a_story_are_always_there() {
        assertThat(Script.of(7, 1, NOW).people()).hasSize(Script.FEWEST);
        assertThat(Script.of(7, 30, NOW).people())
                .startsWith(Script.of(9, 1, NOW).people().toArray(Invented[]::new));
    }

    @Test
    void texts_speak_of_persons_and_leave_no_slot_open() {
        var written = new HashSet<String>();
        for (var act : Script.of(DemonstrationYear.SEED, EVERYBODY, NOW).acts()) {
            written.addAll(words(act.deed()));
        }
        assertThat(written).hasSizeGreaterThan(400).allSatisfy(text -> {
            assertThat(text).doesNotContainPattern(BANNED);
            assertThat(text).doesNotContain("{", "}", "null", "'");
        });
        assertThat(NoteTexts.read().size()).isGreaterThanOrEqualTo(80);
    }

    @Test
    void a_banned_word_would_be_found() {
        assertThat("Un toxicomane.").containsPattern(BANNED);
        assertThat("Elle a rechuté.").containsPattern(BANNED);
        assertThat("Proposé, chute.").doesNotContainPattern(BANNED);
    }

    private static String what(Act act) {
        return act.person() + " " + act.colleague() + " " + words(act.deed());
    }

    private static List<String> words(Deed deed) {
        return switch (deed) {
            case Deed.SignNote note -> List.of(note.text().title(), note.text().words());
            case Deed.AddTo added -> List.of(added.text());
            case Deed.TakeBack taken -> List.of(taken.reason());
            case Deed.LeaveDraft draft -> List.copyOf(draft.content().values());
            case Deed.Enquire enquiry -> List.of(enquiry.note());
            case Deed.OpenInEmergency opened -> List.of(opened.explanation());
            case Deed.ReviewEmergency review -> List.of(review.comment());
            case Deed.Warn warning -> List.of(warning.alert().text());
            case Deed.PlanStep step -> List.of(step.title());
            case ReviewDeed.AgreeGoal goal -> List.of(goal.statement(), goal.criterion(), goal.step());
            case PlanDeed.MoveTo move -> move.evidence() == null ? List.of() : List.of(move.evidence());
            case Deed.Refer refer -> List.of(refer.subject(), refer.request());
            case Deed.AnswerReferral answer -> answer.outcome() == null ? List.of() : List.of(answer.outcome());
            case Deed.PutOnList listed -> listed.reason() == null ? List.of() : List.of(listed.reason());
            case Deed.Rate rating -> rating.comment() == null ? List.of() : List.of(rating.comment());
            case Deed.HoldSession session ->
                session.text() == null
                        ? List.of()
                        : List.of(session.text().title(), session.text().words());
            default -> List.of();
        };
    }
}
