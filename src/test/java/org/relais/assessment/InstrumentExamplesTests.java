package org.relais.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.shared.InvalidInput;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Domain reference A.3 to A.18: every worked example with what it leads to, and every edge of every band. */
class InstrumentExamplesTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SOWS16 | 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 | 0  | NONE     | ''",
                "SOWS16 | 1 1 0 0 0 0 0 0 0 1 1 0 0 0 0 1 | 5  | MILD     | ''",
                "SOWS16 | 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 | 11 | MODERATE | ''",
                "SOWS16 | 2 2 2 2 2 2 2 2 2 2 1 0 0 0 0 0 | 21 | SEVERE   | COWS_NEXT",
                "SOWS16 | 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 | 64 | SEVERE   | COWS_NEXT",
                "AUDIT  | 0 - - - - - - - 0 0              | 0  | ZONE_I   | ''",
                "AUDIT  | 2 1 1 0 0 0 1 0 0 2 10           | 7  | ZONE_I   | ''",
                "AUDIT  | 3 1 1 0 0 0 1 0 0 2 10           | 8  | ZONE_II  | ''",
                "AUDIT  | 4 2 3 1 1 0 2 1 0 2 12           | 16 | ZONE_III | SPECIALIST",
                "AUDIT  | 4 3 4 2 2 1 2 1 2 4 8            | 25 | ZONE_IV  | SPECIALIST WITHDRAWAL_RISK",
                "DAST10 | 0 0 1 0 0 0 0 0 0 0 | 0  | NONE        | ''",
                "DAST10 | 1 0 0 0 0 0 0 0 0 0 | 2  | LOW         | REASSESS",
                "DAST10 | 1 1 0 0 1 0 1 0 0 0 | 5  | MODERATE    | FULL_ASSESSMENT",
                "DAST10 | 1 1 1 1 1 1 0 1 1 0 | 7  | SUBSTANTIAL | SPECIALIST",
                "DAST10 | 1 1 0 1 1 1 1 1 1 1 | 10 | SEVERE      | SPECIALIST",
                "DAST10 | 1 1 1 1 1 1 1 1 1 1 | 9  | SEVERE      | SPECIALIST",
                "CUDIT_R | 1 0 0 0 0 0 0 2 | 3  | LOW               | ''",
                "CUDIT_R | 3 2 1 1 0 1 0 0 | 8  | HAZARDOUS         | ''",
                "CUDIT_R | 4 3 1 1 1 1 0 0 | 11 | HAZARDOUS         | ''",
                "CUDIT_R | 4 4 2 2 3 2 1 4 | 22 | POSSIBLE_DISORDER | ''",
                "TOBACCO | 45 10 | 1 | LOW      | ''",
                "TOBACCO | 20 20 | 3 | MODERATE | ''",
                "TOBACCO | 30 21 | 4 | MODERATE | ''",
                "TOBACCO | 60 11 | 2 | LOW      | ''",
                "TOBACCO | 61 10 | 0 | LOW      | ''",
                "TOBACCO | 5 31  | 6 | HIGH     | ''",
                "PHQ9 | 0 1 1 1 0 0 0 0 0 0 | 3  | MINIMAL           | ''",
                "PHQ9 | 1 1 1 1 1 1 1 0 0 0 | 7  | MILD              | ''",
                "PHQ9 | 2 2 1 1 1 1 1 0 1 1 | 10 | MODERATE          | SUICIDE_ITEM",
                "PHQ9 | 3 3 3 2 2 2 2 1 1 2 | 19 | MODERATELY_SEVERE | SUICIDE_ITEM",
                "PHQ9 | 3 3 3 3 3 3 3 3 3 3 | 27 | SEVERE            | SUICIDE_ITEM",
                "GAD7 | 1 1 1 0 0 1 0 | 4  | MINIMAL  | ''",
                "GAD7 | 1 1 1 1 1 0 0 | 5  | MILD     | ''",
                "GAD7 | 2 2 2 1 1 1 1 | 10 | MODERATE | ASSESS",
                "GAD7 | 3 3 3 2 2 1 1 | 15 | SEVERE   | ASSESS CLINICIAN",
                "CRAVING | 1 3 | 3 | MILD   | ''",
                "CRAVING | 1 7 | 7 | SEVERE | CONTACT_TODAY",
                "GCS | 4 5 6 | 15 | NO_ALERT  | ''",
                "GCS | 3 4 6 | 13 | NO_ALERT  | ''",
                "GCS | 2 2 5 | 9  | URGENT    | URGENT_REVIEW",
                "GCS | 1 1 4 | 6  | EMERGENCY | AIRWAY",
                "PGSI | 0 0 0 0 0 0 0 0 0 | 0  | NON_PROBLEM | ''",
                "PGSI | 1 0 1 0 0 0 0 0 0 | 2  | LOW         | ''",
                "PGSI | 1 1 0 1 0 0 0 0 0 | 3  | MODERATE    | BRIEF",
                "PGSI | 2 1 2 1 1 1 2 1 1 | 12 | PROBLEM     | BRIEF SPECIALIST",
                "SCOFF | 1 0 0 1 0 | 2 | POSITIVE | MEDICAL_CHECK",
                "SCOFF | 0 1 0 0 0 | 1 | NEGATIVE | ''",
                "SCOFF | 1 1 1 0 1 | 4 | POSITIVE | MEDICAL_CHECK",
                "PREDOSE | 0 0 0 0 0 0 0 14 | - | CLEAR   | ''",
                "PREDOSE | 0 1 0 0 0 0 0 14 | - | CONCERN | ''",
                "PREDOSE | 1 0 0 0 0 0 0 14 | - | CONCERN | ''",
                "PREDOSE | 2 0 0 0 0 0 0 14 | - | UNSAFE  | E09a",
                "PREDOSE | 0 0 0 0 0 0 0 9  | - | UNSAFE  | E09a",
                "PREDOSE | 0 0 0 0 0 0 0 8  | - | UNSAFE  | E09a E09b",
                "PREDOSE | 0 0 0 0 0 0 0 10 | - | CLEAR   | ''",
                "PREDOSE | 0 0 0 0 0 0 0 14 91 | - | UNSAFE | E09a",
                "PREDOSE | 0 0 0 0 0 0 0 14 92 | - | CLEAR  | ''",
                "PREDOSE | 0 0 0 0 0 0 1 14 | - | CONCERN | ''",
                "ASQ | 0 0 0 0   | - | NEGATIVE           | ''",
                "ASQ | 0 1 0 0 0 | - | NON_ACUTE_POSITIVE | SCREEN_POSITIVE",
                "ASQ | 1 0 0 2 1 | - | ACUTE_POSITIVE     | E13 SCREEN_POSITIVE",
                "ASQ | 0 0 0 2 0 | - | NON_ACUTE_POSITIVE | SCREEN_POSITIVE",
                "ASQ | 0 1 0 0 2 | - | ACUTE_POSITIVE     | E13 SCREEN_POSITIVE",
                "ASQ | 0 0 0 0 JUDGEMENT=1   | - | NON_ACUTE_POSITIVE | ''",
                "ASQ | 0 1 0 0 0 JUDGEMENT=2 | - | ACUTE_POSITIVE     | E13 SCREEN_POSITIVE",
                "ASQ | 0 1 0 0 1 JUDGEMENT=1 | - | ACUTE_POSITIVE     | E13 SCREEN_POSITIVE"
            })
    void workedExamples(String code, String form, String total, String band, String calls) {
        var scored = scored(code, null, form);

        assertThat(scored.total() == null ? "-" : String.valueOf(scored.total()))
                .isEqualTo(total);
        assertThat(requireNonNull(scored.band()).code()).isEqualTo(band);
        assertThat(Stream.concat(
                                scored.alerts().stream().map(ItemAlert::code),
                                scored.actions().stream().map(ActionThreshold::code))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({
        "'0 - - - - - - - 0 0', 0",
        "'2 1 1 0 0 0 1 0 0 2 10', 4",
        "'3 1 1 0 0 0 1 0 0 2 10', 5",
        "'4 2 3 1 1 0 2 1 0 2 10', 9",
        "'4 3 4 2 2 1 2 1 2 4 10', 11"
    })
    void theFirstThreeItemsOfAuditHaveAScoreOfTheirOwn(String form, int consumption) {
        assertThat(scored("AUDIT", null, form).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.total()).isEqualTo(consumption));
    }

    @ParameterizedTest
    @CsvSource({
        "FEMALE,2,NEGATIVE",
        "FEMALE,3,POSITIVE",
        "OTHER,2,NEGATIVE",
        "OTHER,3,POSITIVE",
        "UNKNOWN,2,NEGATIVE",
        "UNKNOWN,3,POSITIVE",
        "MALE,3,NEGATIVE",
        "MALE,4,POSITIVE"
    })
    void auditCIsPositiveFromThreeUnlessForAMan(String sex, int total, String band) {
        var audit = RuleFiles.instrument("AUDIT_C");
        var profile = audit.profileFor(sex).orElseThrow();
        var form = Map.of("FREQUENCY", 2, "AMOUNT", total - 2, "BINGE", 0, "STANDARD_DRINK", 10);

        assertThat(requireNonNull(scored(audit, profile.code(), form).band()).code())
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"'4 0 0 10',true", "'4 1 0 10',false", "'4 0 1 10',false", "'0',false", "'1 0 0',true"})
    void pointsFromTheFrequencyAloneAskForAReview(String form, boolean fires) {
        var audit = RuleFiles.instrument("AUDIT_C");
        var result = Scoring.of(audit).score(Answers.of(audit, form));
        var alerts = result instanceof Result.Scored scored ? scored.alerts() : ((Result.Incomplete) result).alerts();

        assertThat(alerts.stream().map(ItemAlert::code)).isEqualTo(fires ? List.of("FREQUENCY_ONLY") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "fr,FR,7,LOW",
        "fr,FR,8,PROBLEMATIC",
        "fr,FR,10,PROBLEMATIC",
        "fr,FR,11,POSSIBLE_DISORDER",
        "en,EN,11,HAZARDOUS",
        "sv,EN,11,HAZARDOUS",
        "sv,EN,12,POSSIBLE_DISORDER"
    })
    void theCannabisScaleGoesByTheLanguageOfTheForm(String language, String profile, int total, String band) {
        var cudit = RuleFiles.instrument("CUDIT_R");
        var chosen = cudit.profileFor(language).orElseThrow();

        assertThat(chosen.code()).isEqualTo(profile);
        var scored = scored(
                cudit, chosen.code(), Answers.counting(cudit.items(), total).orElseThrow());
        assertThat(requireNonNull(scored.band()).code()).isEqualTo(band);
        assertThat(scored.profile()).isEqualTo(profile);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CANNABIS, 'USE=4 URGE=4 PROBLEMS=5 FAILED=6 CONCERN=6 CUT_DOWN=0', 25, MODERATE",
        "ALCOHOL, 'USE=4 URGE=3 PROBLEMS=0 FAILED=0 CONCERN=0 CUT_DOWN=3', 10, LOW",
        "CANNABIS, 'USE=4 URGE=3 PROBLEMS=0 FAILED=0 CONCERN=0 CUT_DOWN=3', 10, MODERATE",
        "OPIOIDS, 'USE=6 URGE=6 PROBLEMS=7 FAILED=8 CONCERN=6 CUT_DOWN=6', 39, HIGH",
        "TOBACCO, 'USE=6 URGE=6 PROBLEMS=0 CONCERN=6 CUT_DOWN=0', 18, MODERATE",
        "COCAINE, 'USE=0 CONCERN=3 CUT_DOWN=0', 3, LOW"
    })
    void assistScoresEachSubstance(String substance, String answers, int score, String band) {
        var scored = scored(RuleFiles.instrument("ASSIST"), null, assist(substance, answers));

        assertThat(scored.total()).isNull();
        assertThat(scored.band()).isNull();
        // What was never used has no score, not even 0
        assertThat(scored.parts()).singleElement().satisfies(part -> {
            assertThat(part.definition().code()).isEqualTo(substance);
            assertThat(part.total()).isEqualTo(score);
            assertThat(requireNonNull(part.band()).code()).isEqualTo(band);
        });
        assertThat(scored.severity())
                .isEqualTo(requireNonNull(scored.parts().getFirst().band()).severity());
    }

    @Test
    void assistAsksOnlyWhatFollows() {
        var assist = RuleFiles.instrument("ASSIST");
        var never = new HashMap<String, Integer>();
        assist.items().stream()
                .filter(item -> item.code().startsWith("EVER_"))
                .forEach(item -> never.put(item.code(), 0));

        // Nothing ever used: stop
        assertThat(Scoring.of(assist).asked(never).closed())
                .hasSize(assist.items().size() - 10);
        assertThat(scored(assist, null, never).parts()).isEmpty();

        var earlier = assist("COCAINE", "USE=0");
        var asked = Scoring.of(assist).asked(earlier).closed();
        assertThat(asked)
                .contains("URGE_COCAINE", "PROBLEMS_COCAINE", "FAILED_COCAINE", "USE_OPIOIDS", "CONCERN_OPIOIDS");
        assertThat(asked).doesNotContain("CONCERN_COCAINE", "CUT_DOWN_COCAINE", "INJECTING");

        earlier.put("URGE_COCAINE", 3);
        assertRefusedAt("URGE_COCAINE", () -> Scoring.of(assist).score(earlier));
    }

    @Test
    void recentInjectingIsSeenOnAnOpenForm() {
        var assist = RuleFiles.instrument("ASSIST");

        assertThat(((Result.Incomplete) Scoring.of(assist).score(Map.of("INJECTING", 2))).alerts())
                .extracting(ItemAlert::code)
                .containsExactly("INJECTED_RECENTLY");
        assertThat(((Result.Incomplete) Scoring.of(assist).score(Map.of("INJECTING", 1))).alerts())
                .isEmpty();
    }

    @Test
    void theNinthItemOfThePhqFiresOnAnOpenFormToo() {
        var phq = RuleFiles.instrument("PHQ9");

        assertThat(Scoring.of(phq).score(Map.of("SELF_HARM", 1)))
                .isInstanceOfSatisfying(
                        Result.Incomplete.class,
                        open -> assertThat(open.alerts())
                                .extracting(ItemAlert::code)
                                .containsExactly("SUICIDE_ITEM"));
        assertThat(((Result.Incomplete) Scoring.of(phq).score(Map.of("SELF_HARM", 0))).alerts())
                .isEmpty();
    }

    @Test
    void theTenthItemOfThePhqIsRequiredOnlyWhenSomethingWasScoredAndNeverCounts() {
        var phq = RuleFiles.instrument("PHQ9");

        assertThat(scored(phq, null, Answers.of(phq, "0 0 0 0 0 0 0 0 0")).total())
                .isZero();
        assertThat(((Result.Incomplete) Scoring.of(phq).score(Answers.of(phq, "1 0 0 0 0 0 0 0 0"))).missing())
                .containsExactly("DIFFICULTY");
        assertThat(scored(phq, null, Answers.of(phq, "1 0 0 0 0 0 0 0 0 3")).total())
                .isOne();
    }

    @Test
    void theFifthQuestionOfTheAsqIsAskedOnlyWhenTheScreenIsPositive() {
        var asq = RuleFiles.instrument("ASQ");

        assertThat(Scoring.of(asq).asked(Answers.of(asq, "0 0 0 0")).closed()).containsExactly("NOW");
        assertRefusedAt("NOW", () -> Scoring.of(asq).score(Answers.of(asq, "0 0 0 0 1")));
        assertThat(((Result.Incomplete) Scoring.of(asq).score(Answers.of(asq, "0 0 2 0"))).missing())
                .containsExactly("NOW");
        assertThat(((Result.Incomplete) Scoring.of(asq).score(Map.of("NOW", 1))).alerts())
                .extracting(ItemAlert::code)
                .containsExactly("E13");
    }

    @ParameterizedTest
    @CsvSource({
        "'0 - - - - - - - 0 0', ''",
        "'0', 'INJURY CONCERN'",
        "'1 0 0 - - - - - 0 0 10', ''",
        "'1 0 1 - - - - - 0 0 10', 'CANNOT_STOP EXPECTATIONS MORNING GUILT MEMORY'",
        "'1 0 - - - - - - 0 0 10', 'BINGE CANNOT_STOP EXPECTATIONS MORNING GUILT MEMORY'",
        "'1 0 0 - - - - - 0 0', 'STANDARD_DRINK'"
    })
    void whatAuditSkips(String form, String missing) {
        var audit = RuleFiles.instrument("AUDIT");
        var result = Scoring.of(audit).score(Answers.of(audit, form));

        assertThat(result instanceof Result.Incomplete open ? String.join(" ", open.missing()) : "")
                .isEqualTo(missing);
    }

    @Test
    void topAddsFourWeeksAndNothingElse() {
        var top = RuleFiles.instrument("TOP");
        var form = new HashMap<String, Integer>();
        top.items().stream()
                .filter(item -> !item.code().endsWith("_AMOUNT") && !item.code().startsWith("SHARED_"))
                .forEach(item -> form.put(item.code(), 0));
        var weeks = List.of(7, 5, 0, 2);
        IntStream.range(0, 4).forEach(week -> form.put("ALCOHOL_WEEK_" + (week + 1), weeks.get(week)));
        form.put("ALCOHOL_AMOUNT", 85);
        form.put("INJECTING", 3);
        form.put("SHARED_NEEDLE", 0);
        form.put("SHARED_SPOON", 1);
        var scored = scored(top, null, form);

        assertThat(scored.total()).isNull();
        assertThat(scored.band()).isNull();
        assertThat(part(scored, "ALCOHOL").total()).isEqualTo(14);
        assertThat(part(scored, "OPIATES").total()).isZero();
        // Shared when either was
        assertThat(part(scored, "SHARED").total()).isOne();
        assertThat(requireNonNull(top.item("ALCOHOL_AMOUNT").orElseThrow().range())
                        .number(85))
                .isEqualByComparingTo("8.5");

        form.put("ALCOHOL_WEEK_1", 8);
        assertRefusedAt("ALCOHOL_WEEK_1", () -> Scoring.of(top).score(form));
        form.put("ALCOHOL_WEEK_1", 7);
        form.put("OPIATES_AMOUNT", 1);
        assertRefusedAt("OPIATES_AMOUNT", () -> Scoring.of(top).score(form));
    }

    @ParameterizedTest
    @CsvSource({"20,0,ABSTINENT", "28,12,REDUCED", "4,4,SAME", "0,0,NEVER", "4,5,INCREASED", "0,1,INCREASED"})
    void whatBecameOfAUseSinceTheStart(int start, int review, SinceStart change) {
        assertThat(SinceStart.of(start, review)).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({"'2 3 3 4',6,true", "'2 3 3 4',5,false", "'',10,false", "'3 4',6,false", "'3 4',7,true", "'7',4,false"})
    void aRisingUrgeIsSeenAgainstTheMedianOfAWeek(String history, int now, boolean fires) {
        var at = Instant.parse("2026-11-19T12:00:00Z");
        var earlier = Stream.of(history.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> new ChangeRule.Earlier(Integer.parseInt(word), at.minus(Duration.ofDays(2))))
                .toList();

        assertThat(Scoring.of(RuleFiles.instrument("CRAVING")).changes(now, at, earlier))
                .extracting(ChangeRule::code)
                .isEqualTo(fires ? List.of("CRAVING_RISE") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"15,13,60,true", "15,14,60,false", "15,13,61,false", "13,15,30,false"})
    void aFallOfConsciousnessWithinAnHourIsSeen(int before, int now, int minutes, boolean fires) {
        var at = Instant.parse("2026-11-19T12:00:00Z");
        var earlier = List.of(
                new ChangeRule.Earlier(before, at.minus(Duration.ofMinutes(minutes))),
                new ChangeRule.Earlier(3, at.minus(Duration.ofHours(3))));

        assertThat(Scoring.of(RuleFiles.instrument("GCS")).changes(now, at, earlier))
                .hasSize(fires ? 1 : 0);
    }

    @Test
    void theGenericRecordDescribesAndScoresNothing() {
        var scored = scored("BEHAVIOUR", null, "1 12 6 250 7 5 2 2");

        assertThat(scored.total()).isNull();
        assertThat(scored.band()).isNull();
        assertThat(scored.severity()).isNull();
    }

    /** Code, profile, and for each band its lowest and its highest total. */
    private static final String EDGES = """
            CIWA_AR STANDARD MILD 0 7 MODERATE 8 14 SEVERE 15 67
            CIWA_AR ASAM2020 MILD 0 9 MODERATE 10 18 SEVERE 19 67
            COWS STANDARD NONE 0 4 MILD 5 12 MODERATE 13 24 MODERATELY_SEVERE 25 36 SEVERE 37 48
            SOWS16 STANDARD NONE 0 0 MILD 1 10 MODERATE 11 20 SEVERE 21 64
            AUDIT STANDARD ZONE_I 0 7 ZONE_II 8 15 ZONE_III 16 19 ZONE_IV 20 40
            AUDIT_C FROM_3 NEGATIVE 0 2 POSITIVE 3 12
            AUDIT_C FROM_4 NEGATIVE 0 3 POSITIVE 4 12
            DAST10 STANDARD NONE 0 0 LOW 1 2 MODERATE 3 5 SUBSTANTIAL 6 8 SEVERE 9 10
            CUDIT_R EN LOW 0 7 HAZARDOUS 8 11 POSSIBLE_DISORDER 12 32
            CUDIT_R FR LOW 0 7 PROBLEMATIC 8 10 POSSIBLE_DISORDER 11 32
            TOBACCO STANDARD LOW 0 2 MODERATE 3 4 HIGH 5 6
            PHQ9 STANDARD MINIMAL 0 4 MILD 5 9 MODERATE 10 14 MODERATELY_SEVERE 15 19 SEVERE 20 27
            GAD7 STANDARD MINIMAL 0 4 MILD 5 9 MODERATE 10 14 SEVERE 15 21
            CRAVING STANDARD NONE 0 0 MILD 1 3 MODERATE 4 6 SEVERE 7 10
            GCS STANDARD EMERGENCY 3 8 URGENT 9 12 NO_ALERT 13 15
            PGSI STANDARD NON_PROBLEM 0 0 LOW 1 2 MODERATE 3 7 PROBLEM 8 27
            SCOFF STANDARD NEGATIVE 0 1 POSITIVE 2 5
            """;

    static Stream<String> edges() {
        return EDGES.lines().flatMap(line -> {
            var words = line.split(" ");
            return IntStream.iterate(2, place -> place < words.length, place -> place + 3)
                    .boxed()
                    .flatMap(place -> Stream.of(words[place + 1], words[place + 2])
                            .distinct()
                            .map(total -> words[0] + " " + words[1] + " " + total + " " + words[place]));
        });
    }

    @ParameterizedTest
    @MethodSource("edges")
    void everyEdgeOfEveryBand(String edge) {
        var words = edge.split(" ");
        var instrument = RuleFiles.instrument(words[0]);
        var total = Integer.parseInt(words[2]);
        var counting =
                instrument.items().stream().filter(InstrumentItem::counts).toList();
        var form = Answers.counting(counting, total).orElseThrow();
        instrument.items().stream()
                .filter(item -> !item.counts())
                .forEach(item -> form.put(item.code(), item.allowed().getFirst()));
        var scored = scored(instrument, words[1], form);

        assertThat(scored.total()).isEqualTo(total);
        assertThat(requireNonNull(scored.band()).code()).isEqualTo(words[3]);
    }

    @Test
    void theEdgesAreThoseOfEveryProfileThatShips() {
        assertThat(RuleFiles.instruments().stream()
                        .flatMap(instrument -> instrument.profiles().stream()
                                .map(profile -> instrument.rule().code() + " " + profile.code() + " "
                                        + profile.bands().stream()
                                                .map(band -> band.code() + " " + band.from() + " " + band.to())
                                                .collect(Collectors.joining(" ")))))
                .containsExactlyInAnyOrderElementsOf(EDGES.lines().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ALCOHOL,10,LOW",
        "ALCOHOL,11,MODERATE",
        "ALCOHOL,26,MODERATE",
        "ALCOHOL,27,HIGH",
        "ALCOHOL,39,HIGH",
        "TOBACCO,3,LOW",
        "TOBACCO,4,MODERATE",
        "TOBACCO,26,MODERATE",
        "TOBACCO,27,HIGH",
        "TOBACCO,31,HIGH",
        "CANNABIS,3,LOW",
        "CANNABIS,4,MODERATE",
        "CANNABIS,26,MODERATE",
        "CANNABIS,27,HIGH",
        "COCAINE,3,LOW",
        "COCAINE,4,MODERATE",
        "COCAINE,26,MODERATE",
        "COCAINE,27,HIGH",
        "AMPHETAMINES,3,LOW",
        "AMPHETAMINES,4,MODERATE",
        "AMPHETAMINES,26,MODERATE",
        "AMPHETAMINES,27,HIGH",
        "INHALANTS,3,LOW",
        "INHALANTS,4,MODERATE",
        "INHALANTS,26,MODERATE",
        "INHALANTS,27,HIGH",
        "SEDATIVES,3,LOW",
        "SEDATIVES,4,MODERATE",
        "SEDATIVES,26,MODERATE",
        "SEDATIVES,27,HIGH",
        "HALLUCINOGENS,3,LOW",
        "HALLUCINOGENS,4,MODERATE",
        "HALLUCINOGENS,26,MODERATE",
        "HALLUCINOGENS,27,HIGH",
        "OPIOIDS,3,LOW",
        "OPIOIDS,4,MODERATE",
        "OPIOIDS,26,MODERATE",
        "OPIOIDS,27,HIGH",
        "OTHER,3,LOW",
        "OTHER,4,MODERATE",
        "OTHER,26,MODERATE",
        "OTHER,27,HIGH"
    })
    void everyEdgeOfEverySubstance(String substance, int total, String band) {
        var assist = RuleFiles.instrument("ASSIST");
        var definition = assist.part(substance).orElseThrow();
        var items = definition.items().stream()
                .map(code -> assist.item(code).orElseThrow())
                .toList();
        var form = assist(substance, "");
        form.putAll(Answers.counting(items, total).orElseThrow());

        assertThat(scored(assist, null, form).parts()).singleElement().satisfies(part -> {
            assertThat(part.total()).isEqualTo(total);
            assertThat(requireNonNull(part.band()).code()).isEqualTo(band);
        });
    }

    private static Map<String, Integer> assist(String substance, String answers) {
        var form = new HashMap<String, Integer>();
        RuleFiles.instrument("ASSIST").items().stream()
                .map(InstrumentItem::code)
                .filter(code -> code.startsWith("EVER_"))
                .forEach(code -> form.put(code, code.equals("EVER_" + substance) ? 1 : 0));
        form.put("INJECTING", 0);
        Stream.of(answers.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> {
            var parts = word.split("=");
            form.put(parts[0] + "_" + substance, Integer.valueOf(parts[1]));
        });
        return form;
    }

    private static Result.Part part(Result.Scored scored, String code) {
        return scored.parts().stream()
                .filter(part -> part.definition().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Result.Scored scored(String code, @Nullable String profile, String form) {
        var instrument = RuleFiles.instrument(code);
        return scored(instrument, profile, Answers.of(instrument, form));
    }

    private static Result.Scored scored(Instrument instrument, @Nullable String profile, Map<String, Integer> form) {
        assertThat(Scoring.of(instrument, profile).score(form)).isInstanceOf(Result.Scored.class);
        return (Result.Scored) Scoring.of(instrument, profile).score(form);
    }

    private static void assertRefusedAt(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
