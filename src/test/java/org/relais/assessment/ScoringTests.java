package org.relais.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.shared.InvalidInput;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Domain reference A.1 and A.2: every worked example, every illegal value, and what must hold for any form. */
class ScoringTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 1 0 1 0 0 0 0 1 0 |  3 | MILD     | ''",
                "1 2 1 1 1 0 0 0 1 0 |  7 | MILD     | ''",
                "2 3 2 2 1 0 0 0 2 0 | 12 | MODERATE | ''",
                "3 4 3 2 2 0 0 0 0 1 | 15 | SEVERE   | E01",
                "4 5 4 4 3 1 2 3 2 2 | 30 | SEVERE   | E01 E02",
                "7 7 7 7 7 7 7 7 7 4 | 67 | SEVERE   | E01 E02",
                "2 2 2 2 0 0 0 0 0 0 |  8 | MODERATE | ''",
                "7 7 0 0 0 0 0 0 0 0 | 14 | MODERATE | ''",
                "7 7 5 0 0 0 0 0 0 0 | 19 | SEVERE   | E01",
                "7 7 6 0 0 0 0 0 0 0 | 20 | SEVERE   | E01 E02"
            })
    void ciwaExamples(String form, int total, String band, String actions) {
        assertScored(Scoring.of(RuleFiles.ciwa()), RuleFiles.ciwa(), form, total, band, actions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 1 0 0 1 0 0 0 1 1 0 |  4 | NONE              | ''",
                "1 1 1 1 1 1 1 0 1 1 0 |  9 | MILD              | ''",
                "2 2 1 1 2 1 2 1 1 1 0 | 14 | MODERATE          | ''",
                "2 3 3 2 2 2 3 2 2 2 3 | 26 | MODERATELY_SEVERE | E06a",
                "4 4 5 5 4 4 5 4 4 4 5 | 48 | SEVERE            | E06a E06b",
                "0 1 0 0 1 0 0 1 1 1 0 |  5 | MILD              | ''",
                "0 0 0 0 4 4 0 4 0 0 0 | 12 | MILD              | ''",
                "0 1 0 0 4 4 0 4 0 0 0 | 13 | MODERATE          | ''",
                "4 4 0 0 4 4 0 4 4 0 0 | 24 | MODERATE          | ''",
                "4 4 1 0 4 4 0 4 4 0 0 | 25 | MODERATELY_SEVERE | E06a",
                "4 4 0 0 4 4 0 4 4 4 0 | 28 | MODERATELY_SEVERE | E06a",
                "4 4 5 5 4 4 5 4 1 0 0 | 36 | MODERATELY_SEVERE | E06a",
                "4 4 5 5 4 4 5 4 2 0 0 | 37 | SEVERE            | E06a E06b"
            })
    void cowsExamples(String form, int total, String band, String actions) {
        assertScored(Scoring.of(RuleFiles.cows()), RuleFiles.cows(), form, total, band, actions);
    }

    @ParameterizedTest
    @CsvSource({"9,MILD", "10,MODERATE", "18,MODERATE", "19,SEVERE"})
    void theOtherCiwaProfileBandsTheSameTotalDifferently(int total, String band) {
        var form = new ArrayList<Integer>();
        for (int left = total; form.size() < 10; left -= form.getLast()) {
            form.add(Math.min(left, form.size() == 9 ? 4 : 7));
        }
        var result = scored(Scoring.of(RuleFiles.ciwa(), "ASAM2020"), values(RuleFiles.ciwa(), form));

        assertThat(result.total()).isEqualTo(total);
        assertThat(requireNonNull(result.band()).code()).isEqualTo(band);
        assertThat(result.profile()).isEqualTo("ASAM2020");
    }

    @Test
    void anUnknownProfileIsRefused() {
        assertThatThrownBy(() -> Scoring.of(RuleFiles.ciwa(), "OURS"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("profile"));
    }

    static Stream<Arguments> illegalValues() {
        return RuleFiles.instruments().stream()
                .flatMap(instrument -> instrument.items().stream()
                        .flatMap(item -> illegal(item).mapToObj(value -> arguments(instrument, item.code(), value))));
    }

    private static IntStream illegal(InstrumentItem item) {
        var range = item.range();
        return range == null
                ? IntStream.rangeClosed(-1, item.highest() + 2)
                        .filter(value -> !item.allowed().contains(value))
                : IntStream.of(-1, range.lowest() - 1, range.highest() + 1, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    @ParameterizedTest(name = "{1} = {2}")
    @MethodSource("illegalValues")
    void everyValueOutsideTheSetIsRefusedAtItsItem(Instrument instrument, String item, int value) {
        var form = new HashMap<>(Answers.any(instrument, new Random(1)));
        form.put(item, value);

        assertThatThrownBy(() -> Scoring.of(instrument).score(form))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.field()).isEqualTo(item);
                    assertThat(refused.key())
                            .isIn("assessment.error.value-not-allowed", "assessment.error.out-of-range");
                });
    }

    @Test
    void theValuesAreExactlyThoseOfTheInstruments() {
        var sevenItems = List.of(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(RuleFiles.ciwa().items().stream().map(InstrumentItem::allowed))
                .containsExactly(
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        sevenItems,
                        List.of(0, 1, 2, 3, 4));
        var fourItems = List.of(0, 1, 2, 4);
        assertThat(RuleFiles.cows().items().stream().map(InstrumentItem::allowed))
                .containsExactly(
                        fourItems,
                        List.of(0, 1, 2, 3, 4),
                        List.of(0, 1, 3, 5),
                        List.of(0, 1, 2, 5),
                        fourItems,
                        fourItems,
                        List.of(0, 1, 2, 3, 5),
                        fourItems,
                        fourItems,
                        fourItems,
                        List.of(0, 3, 5));
    }

    @Test
    void anItemOfAnotherInstrumentIsRefused() {
        assertThatThrownBy(() -> Scoring.of(RuleFiles.ciwa()).score(Map.of("GOOSEFLESH", 3)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("GOOSEFLESH"));
    }

    static Stream<Arguments> instrumentsAndSeeds() {
        return RuleFiles.instruments().stream()
                .flatMap(instrument -> IntStream.range(0, 60).mapToObj(seed -> arguments(instrument, seed)));
    }

    @ParameterizedTest(name = "seed {1}")
    @MethodSource("instrumentsAndSeeds")
    void anyFullFormTotalsItsItemsAndLiesInTheOneBandThatHoldsTheTotal(Instrument instrument, int seed) {
        var form = Answers.any(instrument, new Random(seed));
        var sum = instrument.items().stream()
                .filter(item -> item.counts() && form.containsKey(item.code()))
                .mapToInt(item -> item.counted(requireNonNull(form.get(item.code()))))
                .sum();
        for (var profile : instrument.profiles()) {
            var result = scored(Scoring.of(instrument, profile.code()), form);

            assertThat(result.total()).isEqualTo(sum);
            assertThat(profile.bands().stream().filter(band -> band.contains(sum)))
                    .singleElement()
                    .isSameAs(result.band());
        }
        if (instrument.profiles().isEmpty()) {
            assertThat(scored(Scoring.of(instrument), form).total()).isNull();
        }
    }

    @ParameterizedTest(name = "seed {1}")
    @MethodSource("instrumentsAndSeeds")
    void anyFormWithOpenItemsNamesThemInOrderAndHasNoTotal(Instrument instrument, int seed) {
        var random = new Random(seed);
        var form = new HashMap<>(Answers.any(instrument, random));
        var required = instrument.items().stream()
                .filter(item -> item.required() && form.containsKey(item.code()))
                .toList();
        // The first one always: nothing before it can let it be left out
        var open = required.stream()
                .filter(item -> item == required.getFirst() || random.nextBoolean())
                .map(InstrumentItem::code)
                .toList();
        open.forEach(form::remove);

        assertThat(Scoring.of(instrument).score(form))
                .isInstanceOfSatisfying(
                        Result.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .startsWith(open.getFirst())
                                .isSubsetOf(instrument.items().stream()
                                        .map(InstrumentItem::code)
                                        .filter(code -> !form.containsKey(code))
                                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({"20,0", "80,0", "81,1", "100,1", "101,2", "120,2", "121,4", "250,4"})
    void thePulseItemOfCowsFollowsFromTheHeartRate(int heartRate, int value) {
        var signs = new VitalSigns(heartRate, null, null, null, null, null, null, null, null, null);

        assertThat(Scoring.of(RuleFiles.cows()).derive(signs)).isEqualTo(Map.of("PULSE", value));
    }

    @Test
    void nothingIsDerivedFromWhatWasNotMeasured() {
        assertThat(Scoring.of(RuleFiles.cows()).derive(VitalSigns.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3,0,0,0,true", "2,4,0,0,true", "2,0,4,0,true", "2,0,0,7,true", "2,3,3,3,false", "1,7,7,7,false"})
    void aPossibleDeliriumIsSeenOnAFormWithOpenItems(
            int orientation, int tactile, int auditory, int visual, boolean fires) {
        var form = Map.of("ORIENTATION", orientation, "TACTILE", tactile, "AUDITORY", auditory, "VISUAL", visual);

        assertThat(Scoring.of(RuleFiles.ciwa()).score(form))
                .isInstanceOfSatisfying(
                        Result.Incomplete.class,
                        incomplete -> assertThat(incomplete.alerts().stream().map(ItemAlert::code))
                                .containsExactlyElementsOf(fires ? List.of("E05") : List.of()));
    }

    @Test
    void notAssessableIsAResultWithItsReason() {
        var scoring = Scoring.of(RuleFiles.ciwa());

        assertThat(scoring.notAssessable("CRITICALLY_ILL", null))
                .isEqualTo(new Result.NotAssessable("CRITICALLY_ILL", null));
        assertThat(scoring.notAssessable("OTHER", " parle une langue inconnue "))
                .isEqualTo(new Result.NotAssessable("OTHER", "parle une langue inconnue"));
        assertRefusedAt("detail", () -> scoring.notAssessable("OTHER", " "));
        assertRefusedAt("detail", () -> scoring.notAssessable("OTHER", "a\nb"));
        assertRefusedAt("reason", () -> scoring.notAssessable("LAZY", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQUENCY=0 THOUGHTS=0          | 0 | ''",
                "FREQUENCY=1 AMOUNT=0 THOUGHTS=3 | 4 | ''",
                "FREQUENCY=4 AMOUNT=0 THOUGHTS=0 | - | BINGE",
                "FREQUENCY=1 THOUGHTS=0          | - | AMOUNT BINGE",
                "THOUGHTS=0                      | - | FREQUENCY AMOUNT BINGE",
                "FREQUENCY=0 BINGE=5 THOUGHTS=0  | 5 | ''"
            })
    void askedAndSkippedItems(String answers, String total, String missing) {
        var form = new HashMap<String, Integer>();
        for (var answer : answers.split(" ")) {
            var parts = answer.split("=");
            form.put(parts[0], Integer.valueOf(parts[1]));
        }
        switch (Scoring.of(SampleInstrument.load()).score(form)) {
            case Result.Scored scored ->
                assertThat(String.valueOf(scored.total())).isEqualTo(total);
            case Result.Incomplete incomplete -> {
                assertThat(total).isEqualTo("-");
                assertThat(String.join(" ", incomplete.missing())).isEqualTo(missing);
            }
            case Result.NotAssessable impossible -> throw new AssertionError(impossible);
        }
    }

    private static void assertScored(
            Scoring scoring, Instrument instrument, String form, int total, String band, String actions) {
        var numbers = Stream.of(form.split(" ")).map(Integer::valueOf).toList();
        var result = scored(scoring, values(instrument, numbers));

        assertThat(result.total()).isEqualTo(total);
        assertThat(requireNonNull(result.band()).code()).isEqualTo(band);
        assertThat(result.profile()).isEqualTo("STANDARD");
        assertThat(result.actions().stream().map(ActionThreshold::code).toList())
                .isEqualTo(actions.isEmpty() ? List.of() : List.of(actions.split(" ")));
    }

    private static void assertRefusedAt(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Result.Scored scored(Scoring scoring, Map<String, Integer> form) {
        return (Result.Scored) scoring.score(form);
    }

    private static Map<String, Integer> values(Instrument instrument, List<Integer> form) {
        assertThat(form).hasSameSizeAs(instrument.items());
        var values = new HashMap<String, Integer>();
        for (int i = 0; i < form.size(); i++) {
            values.put(instrument.items().get(i).code(), form.get(i));
        }
        return values;
    }
}
