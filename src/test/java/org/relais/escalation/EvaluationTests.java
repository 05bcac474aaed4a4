package org.relais.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Consciousness;
import org.relais.assessment.EarlyWarningParameter;
import org.relais.assessment.SaturationScale;
import org.relais.shared.AssessmentId;
import org.relais.shared.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.escalation.Observation.ciwa;
import static org.relais.escalation.Observation.cows;
import static org.relais.escalation.Observation.form;
import static org.relais.escalation.Observation.vitals;

/** The table of domain reference B.4: its worked cases, every edge from both sides, and generated cases. */
class EvaluationTests {

    private static final List<EscalationRule> RULES = RuleFiles.inForce();

    @Test
    void the_worked_cases() {
        assertThat(fired(ciwa(30))).containsExactly("E02", "E01");
        assertThat(fired(cows(38))).containsExactly("E06b", "E06a");
        assertThat(fired(vitals(8).points(EarlyWarningParameter.CONSCIOUSNESS, 3)))
                .containsExactly("E08b");
    }

    @ParameterizedTest
    @CsvSource({
        "14, ''",
        "15, E01",
        "19, E01",
        "20, E02 E01",
        "0, ''",
        "67, E02 E01",
    })
    void the_total_of_ciwa_ar(int total, String rules) {
        assertThat(fired(ciwa(total))).containsExactlyElementsOf(codes(rules));
    }

    @ParameterizedTest
    @CsvSource({"24, ''", "25, E06a", "36, E06a", "37, E06b E06a"})
    void the_total_of_cows(int total, String rules) {
        assertThat(fired(cows(total))).containsExactlyElementsOf(codes(rules));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "4, 2, ''",
        "3, 3, E08a",
        "4, 3, E08a",
        "5, 2, E08a",
        "6, 2, E08a",
        "6, 3, E08a",
        "7, 2, E08b",
        "7, 3, E08b"
    })
    void the_early_warning_score(int total, int single, String rules) {
        assertThat(fired(vitals(total).points(EarlyWarningParameter.PULSE, single)))
                .containsExactlyElementsOf(codes(rules));
    }

    @ParameterizedTest
    @CsvSource({
        "breathing, 8, E09b",
        "breathing, 9, ''",
        "saturation, 91, E10",
        "saturation, 92, ''",
        "heartRate, 120, ''",
        "heartRate, 121, E11",
        "heartRate, 45, ''",
        "heartRate, 44, E11",
        "systolic, 180, ''",
        "systolic, 181, E11",
        "systolic, 90, ''",
        "systolic, 89, E11",
        "diastolic, 110, ''",
        "diastolic, 111, E11",
    })
    void one_vital_sign(String sign, int value, String rules) {
        assertThat(fired(vitals(null).sign(sign, value))).containsExactlyElementsOf(codes(rules));
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, 38.4, ''",
        "temperature, 38.5, E11",
        "temperature, 35.1, ''",
        "temperature, 35.0, E11",
        "glucose, 4.0, ''",
        "glucose, 3.9, E12",
    })
    void one_vital_sign_to_a_tenth(String sign, String value, String rules) {
        assertThat(fired(vitals(null).sign(sign, value))).containsExactlyElementsOf(codes(rules));
    }

    @Test
    void saturation_read_by_the_second_scale_has_a_limit_of_its_own() {
        assertThat(fired(vitals(null).sign("saturation", 91).scale(SaturationScale.SCALE_2)))
                .isEmpty();
        assertThat(fired(vitals(null).sign("saturation", 88).scale(SaturationScale.SCALE_2)))
                .isEmpty();
        assertThat(fired(vitals(null).sign("saturation", 87).scale(SaturationScale.SCALE_2)))
                .containsExactly("E10");
    }

    @Test
    void consciousness() {
        assertThat(fired(vitals(null).sign("consciousness", Consciousness.CONFUSION)))
                .containsExactly("E05");
        assertThat(fired(vitals(null).sign("consciousness", Consciousness.UNRESPONSIVE)))
                .containsExactly("E09b");
        assertThat(fired(vitals(null).sign("consciousness", Consciousness.VOICE)))
                .isEmpty();
        assertThat(fired(vitals(null).sign("consciousness", Consciousness.PAIN)))
                .isEmpty();
        assertThat(fired(vitals(null).sign("consciousness", Consciousness.ALERT)))
                .isEmpty();
    }

    @Test
    void delirium_shows_in_ratings_also_of_a_form_that_was_not_finished() {
        assertThat(fired(form("CIWA_AR").unfinished().item("ORIENTATION", 2))).isEmpty();
        assertThat(fired(form("CIWA_AR").unfinished().item("ORIENTATION", 3))).containsExactly("E05");
        for (var sense : List.of("TACTILE", "AUDITORY", "VISUAL")) {
            assertThat(fired(form("CIWA_AR").unfinished().item("ORIENTATION", 2).item(sense, 3)))
                    .isEmpty();
            assertThat(fired(form("CIWA_AR").unfinished().item("ORIENTATION", 2).item(sense, 4)))
                    .containsExactly("E05");
            assertThat(fired(form("CIWA_AR").unfinished().item("ORIENTATION", 1).item(sense, 7)))
                    .isEmpty();
        }
        assertThat(fired(form("COWS").unfinished().item("ORIENTATION", 3))).isEmpty();
    }

    @Test
    void a_rise_of_ciwa_ar_counts_within_four_hours() {
        assertThat(fired(ciwa(12), result(7, minutes(-240)))).containsExactly("E03");
        assertThat(fired(ciwa(12), result(7, minutes(-241)))).isEmpty();
        assertThat(fired(ciwa(11), result(7, minutes(-60)))).isEmpty();
        assertThat(fired(ciwa(12), result(7, minutes(-120)), result(11, minutes(-60))))
                .containsExactly("E03");
        assertThat(fired(ciwa(7), result(12, minutes(-60)))).isEmpty();
    }

    @Test
    void a_result_entered_late_makes_a_later_one_a_rise() {
        var later = result(12, minutes(60));
        var firings = evaluation(List.of(later), List.of()).of(ciwa(6).observed());
        assertThat(firings).singleElement().satisfies(firing -> {
            assertThat(firing.rule().rule().code()).isEqualTo("E03");
            assertThat(firing.form()).isEqualTo(later.form());
            assertThat(firing.readings()).containsExactly(new Reading(Reading.Kind.RISE, "CIWA_AR", "6"));
        });
        assertThat(evaluation(List.of(result(12, minutes(241))), List.of()).of(ciwa(6).observed()))
                .isEmpty();
    }

    @Test
    void a_rise_of_cows_counts_after_buprenorphine_only() {
        var before = result(6, minutes(-100));
        var bup = new GivenDose(Set.of(DoseGroup.BUPRENORPHINE, DoseGroup.OPIOID), Observation.NOON.minus(minutes(90)));
        assertThat(fired(cows(12), List.of(before), List.of(bup))).containsExactly("E07");
        assertThat(fired(cows(11), List.of(before), List.of(bup))).isEmpty();
        assertThat(fired(cows(12), List.of(before), List.of())).isEmpty();
        var methadone = new GivenDose(Set.of(DoseGroup.OPIOID), bup.at());
        assertThat(fired(cows(12), List.of(before), List.of(methadone))).isEmpty();
    }

    @Test
    void precipitated_withdrawal_shows_within_two_hours_of_the_dose() {
        var before = result(6, minutes(-300));
        assertThat(fired(cows(12), List.of(before), List.of(buprenorphine(-120))))
                .containsExactly("E07");
        assertThat(fired(cows(12), List.of(before), List.of(buprenorphine(-121))))
                .isEmpty();
        assertThat(fired(cows(12), List.of(before), List.of(buprenorphine(1)))).isEmpty();
        assertThat(fired(cows(12), List.of(before), List.of(buprenorphine(0)))).containsExactly("E07");
    }

    @Test
    void the_rise_counts_from_the_last_result_before_the_dose_or_one_since() {
        var dose = List.of(buprenorphine(-60));
        var lowLongAgo = result(4, minutes(-300));
        var justBefore = result(9, minutes(-70));
        assertThat(fired(cows(12), List.of(lowLongAgo, justBefore), dose)).isEmpty();
        assertThat(fired(cows(12), List.of(justBefore, result(6, minutes(-30))), dose))
                .containsExactly("E07");
    }

    @Test
    void slow_breathing_and_sedation_count_after_a_sedative_or_an_opioid() {
        var sedative = List.of(new GivenDose(Set.of(DoseGroup.SEDATIVE), Observation.NOON.minus(minutes(30))));
        var opioid = List.of(new GivenDose(Set.of(DoseGroup.OPIOID), Observation.NOON.minus(minutes(30))));
        assertThat(fired(vitals(null).sign("breathing", 9), List.of(), sedative))
                .containsExactly("E09a");
        assertThat(fired(vitals(null).sign("breathing", 9), List.of(), opioid)).containsExactly("E09a");
        assertThat(fired(vitals(null).sign("breathing", 10), List.of(), opioid)).isEmpty();
        assertThat(fired(vitals(null).sign("breathing", 8), List.of(), opioid)).containsExactly("E09a", "E09b");
        assertThat(fired(form("PREDOSE").item("SEDATION", 2), List.of(), opioid))
                .containsExactly("E09a");
        assertThat(fired(form("PREDOSE").item("SEDATION", 1), List.of(), opioid))
                .isEmpty();
        assertThat(fired(form("PREDOSE").item("SEDATION", 2))).isEmpty();
    }

    @Test
    void results_by_their_band_and_what_could_not_be_used() {
        assertThat(fired(form("PREDOSE").banded("UNSAFE"))).containsExactly("E09a");
        assertThat(fired(form("PREDOSE").banded("CONCERN"))).isEmpty();
        assertThat(fired(form("ASQ").banded("ACUTE_POSITIVE"))).containsExactly("E13");
        assertThat(fired(form("ASQ").banded("NON_ACUTE_POSITIVE"))).isEmpty();
        // Of a form that was not finished there is no result, and its alerts fire all the same
        assertThat(fired(form("ASQ").unfinished().alert("E13"))).containsExactly("E13");
        assertThat(fired(form("ASQ").unfinished().alert("SCREEN_POSITIVE"))).isEmpty();
        assertThat(fired(form("PREDOSE").unfinished().alert("E09a").alert("E09b")))
                .containsExactly("E09a", "E09b");
        assertThat(fired(form("CIWA_AR").notAssessable())).containsExactly("E16");
        assertThat(fired(form("COWS").notAssessable())).containsExactly("E16");
        assertThat(fired(form("NEWS2").notAssessable())).isEmpty();
        // Nobody asked for it: that it could not be made is no alarm
        assertThat(fired(form("COWS").notAssessable().unscheduled())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // The doses so many minutes before the score, the score before the first of them and the one after the last
        "300 200 60,  16, 14, true",
        "300 200 60,  16, 13, false",
        "300 200 60,  16, 20, true",
        // Six hours between the first and the last
        "370 200 10,  16, 16, true",
        "371 200 10,  16, 16, false",
        // Six hours since the last
        "560 460 360, 16, 16, true",
        "561 461 361, 16, 16, false",
        "200 60,      16, 16, false",
        // Of four the last three count
        "500 300 200 60, 16, 16, true",
    })
    void three_doses_by_symptoms_without_a_fall_call_the_physician(String doses, int before, int after, boolean fires) {
        var given = Arrays.stream(doses.split(" "))
                .map(ago -> new GivenDose(
                        Set.of(DoseGroup.SEDATIVE, DoseGroup.BY_SYMPTOMS),
                        Observation.NOON.minus(Duration.ofMinutes(Integer.parseInt(ago)))))
                .toList();
        var first = Integer.parseInt(doses.split(" ")[0]);
        var others = List.of(
                new Totalled(AssessmentId.create(), before, Observation.NOON.minus(Duration.ofMinutes(first + 5L))));
        var codes = evaluation(others, given).of(ciwa(after).observed()).stream()
                .map(firing -> firing.rule().rule().code())
                .toList();
        assertThat(codes.contains("E14")).isEqualTo(fires);
        // Doses that no scale asked for say nothing about it
        var plain = given.stream()
                .map(dose -> new GivenDose(Set.of(DoseGroup.SEDATIVE), dose.at()))
                .toList();
        assertThat(evaluation(others, plain).of(ciwa(after).observed()))
                .noneMatch(firing -> firing.rule().rule().code().equals("E14"));
    }

    @Test
    void everything_that_is_out_of_its_limits_stands_on_one_alarm() {
        var firings = evaluation(List.of(), List.of())
                .of(vitals(null)
                        .sign("heartRate", 130)
                        .sign("temperature", "39.0")
                        .observed());
        assertThat(firings)
                .singleElement()
                .satisfies(firing -> assertThat(firing.readings())
                        .containsExactly(
                                new Reading(Reading.Kind.SIGN, "HEART_RATE", "130"),
                                new Reading(Reading.Kind.SIGN, "TEMPERATURE", "39.0")));
    }

    @Test
    void rules_fire_most_severe_first_and_then_by_code() {
        assertThat(RULES)
                .extracting(rule -> rule.rule().code())
                .containsExactly(
                        "E02", "E04", "E05", "E06b", "E07", "E08b", "E09a", "E09b", "E10", "E12", "E13", "E01", "E03",
                        "E06a", "E08a", "E11", "E14", "E15", "E16");
    }

    @Test
    void every_rule_says_that_nobody_approved_it_and_what_is_open() {
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.rule().approvedBy()).isEqualTo("none");
            assertThat(rule.rule().unverified()).isNotBlank();
        });
        assertThat(RULES.stream()
                        .filter(rule -> !rule.closedBySystem())
                        .map(rule -> rule.rule().code()))
                .containsExactly("E04", "E05", "E13");
        assertThat(RULES.stream()
                        .filter(rule -> rule.withinMinutes() == 0)
                        .map(rule -> rule.rule().code()))
                .containsExactly("E04", "E09a", "E09b", "E13");
        assertThat(RULES.stream()
                        .filter(rule -> rule.severity() != Severity.CRITICAL)
                        .map(EscalationRule::withinMinutes))
                .allMatch(minutes -> minutes >= 30);
    }

    @Test
    void generated_observations_fire_what_the_table_says() {
        var random = new Random(20261122);
        var seen = new TreeSet<String>();
        for (int i = 0; i < 40_000; i++) {
            var instrument =
                    List.of("CIWA_AR", "COWS", "NEWS2", "PREDOSE", "ASQ").get(random.nextInt(5));
            var observation = generate(random, instrument);
            var others = instrument.equals("CIWA_AR") || instrument.equals("COWS")
                    ? IntStream.range(0, random.nextInt(4))
                            .mapToObj(n -> result(random.nextInt(30), minutes(-1 - random.nextInt(300))))
                            .toList()
                    : List.<Totalled>of();
            var doses = IntStream.range(0, random.nextInt(3))
                    .mapToObj(n -> new GivenDose(
                            List.of(
                                            Set.of(DoseGroup.SEDATIVE),
                                            Set.of(DoseGroup.OPIOID),
                                            Set.of(DoseGroup.OPIOID, DoseGroup.BUPRENORPHINE))
                                    .get(random.nextInt(3)),
                            Observation.NOON.minus(minutes(random.nextInt(2000) - 100))))
                    .toList();
            var observed = observation.observed();
            var fired = evaluation(others, doses).of(observed).stream()
                    .map(firing -> firing.rule().rule().code())
                    .toList();
            assertThat(fired).as("%s, %s, %s", observed, others, doses).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(fired))
                    .as("%s, %s, %s", observed, others, doses)
                    .isEqualTo(PlainTable.of(observed, others, doses));
            seen.addAll(fired);
        }
        assertThat(seen)
                .as("every rule about observations was met")
                .containsExactly(
                        "E01", "E02", "E03", "E05", "E06a", "E06b", "E07", "E08a", "E08b", "E09a", "E09b", "E10", "E11",
                        "E12", "E13", "E16");
    }

    private static Observation generate(Random random, String instrument) {
        var observation = form(instrument);
        switch (instrument) {
            case "CIWA_AR" -> {
                var outcome = random.nextInt(10);
                if (outcome == 0) {
                    return observation.notAssessable();
                }
                observation.item("ORIENTATION", random.nextInt(5));
                observation.item("TACTILE", random.nextInt(8));
                observation.item("VISUAL", random.nextInt(8));
                return outcome == 1 ? observation.unfinished() : observation.total(random.nextInt(40));
            }
            case "COWS" -> {
                return random.nextInt(10) == 0 ? observation.notAssessable() : observation.total(random.nextInt(49));
            }
            case "PREDOSE" -> {
                observation.item("SEDATION", random.nextInt(4));
                maybe(random, () -> observation.alert(random.nextBoolean() ? "E09a" : "E09b"));
                return observation.banded(List.of("CLEAR", "CONCERN", "UNSAFE").get(random.nextInt(3)));
            }
            case "ASQ" -> {
                maybe(random, () -> observation.alert(random.nextBoolean() ? "E13" : "SCREEN_POSITIVE"));
                return observation.banded(List.of("NEGATIVE", "NON_ACUTE_POSITIVE", "ACUTE_POSITIVE")
                        .get(random.nextInt(3)));
            }
            default -> {
                var vitals = vitals(random.nextBoolean() ? random.nextInt(13) : null)
                        .points(EarlyWarningParameter.PULSE, random.nextInt(4))
                        .scale(random.nextInt(5) == 0 ? SaturationScale.SCALE_2 : SaturationScale.SCALE_1);
                maybe(random, () -> vitals.sign("heartRate", 40 + random.nextInt(90)));
                maybe(random, () -> vitals.sign("systolic", 85 + random.nextInt(100)));
                maybe(random, () -> vitals.sign("diastolic", 60 + random.nextInt(55)));
                maybe(random, () -> vitals.sign("breathing", 6 + random.nextInt(10)));
                maybe(random, () -> vitals.sign("saturation", 84 + random.nextInt(14)));
                maybe(random, () -> vitals.sign("temperature", (345 + random.nextInt(45)) / 10.0));
                maybe(random, () -> vitals.sign("glucose", (30 + random.nextInt(30)) / 10.0));
                maybe(random, () -> vitals.sign("consciousness", Consciousness.values()[random.nextInt(5)]));
                return vitals;
            }
        }
    }

    private static void maybe(Random random, Runnable measure) {
        if (random.nextInt(3) == 0) {
            measure.run();
        }
    }

    private static List<String> fired(Observation observation, Totalled... others) {
        return fired(observation, List.of(others), List.of());
    }

    private static List<String> fired(Observation observation, List<Totalled> others, List<GivenDose> doses) {
        return evaluation(others, doses).of(observation.observed()).stream()
                .map(firing -> firing.rule().rule().code())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Evaluation evaluation(List<Totalled> others, List<GivenDose> doses) {
        return new Evaluation(RULES, others, doses);
    }

    private static GivenDose buprenorphine(int minutes) {
        return new GivenDose(
                Set.of(DoseGroup.BUPRENORPHINE, DoseGroup.OPIOID), Observation.NOON.plus(minutes(minutes)));
    }

    private static Totalled result(int total, Duration sinceNoon) {
        return new Totalled(AssessmentId.create(), total, Observation.NOON.plus(sinceNoon));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static List<String> codes(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** The table again, in plain words and by another hand: it knows no rule file. */
    private static final class PlainTable {

        private PlainTable() {}

        static Set<String> of(Observed seen, List<Totalled> others, List<GivenDose> doses) {
            var fires = new TreeSet<String>();
            var total = seen.total();
            var usable = seen.status() != AssessmentStatus.NOT_ASSESSABLE;
            switch (seen.instrument()) {
                case "CIWA_AR" -> {
                    int orientation = seen.values().getOrDefault("ORIENTATION", 0);
                    int senses = Math.max(
                            seen.values().getOrDefault("TACTILE", 0),
                            Math.max(
                                    seen.values().getOrDefault("AUDITORY", 0),
                                    seen.values().getOrDefault("VISUAL", 0)));
                    add(fires, "E01", total != null && total >= 15);
                    add(fires, "E02", total != null && total >= 20);
                    for (var other : others) {
                        var minutes = since(other.at(), seen.at());
                        add(fires, "E03", total != null && minutes > 0 && minutes <= 240 && total - other.total() >= 5);
                    }
                    add(fires, "E05", orientation >= 3 || (orientation == 2 && senses >= 4));
                    add(fires, "E16", !usable);
                }
                case "COWS" -> {
                    add(fires, "E06a", total != null && total >= 25);
                    add(fires, "E06b", total != null && total >= 37);
                    for (var dose : doses) {
                        var ago = since(dose.at(), seen.at());
                        if (total == null
                                || ago < 0
                                || ago > 120
                                || !dose.groups().contains(DoseGroup.BUPRENORPHINE)) {
                            continue;
                        }
                        Totalled last = null;
                        for (var other : others) {
                            var after = other.at().isAfter(dose.at());
                            add(fires, "E07", after && other.at().isBefore(seen.at()) && total - other.total() >= 6);
                            if (!after && (last == null || other.at().isAfter(last.at()))) {
                                last = other;
                            }
                        }
                        add(fires, "E07", last != null && total - last.total() >= 6);
                    }
                    add(fires, "E16", !usable);
                }
                case "NEWS2" -> vitalSigns(seen, total, doses, fires);
                case "PREDOSE" -> {
                    add(
                            fires,
                            "E09a",
                            "UNSAFE".equals(seen.band()) || seen.alerts().contains("E09a"));
                    add(fires, "E09b", seen.alerts().contains("E09b"));
                    add(fires, "E09a", seen.values().getOrDefault("SEDATION", 0) >= 2 && sedated(doses, seen.at()));
                }
                default ->
                    add(
                            fires,
                            "E13",
                            "ACUTE_POSITIVE".equals(seen.band())
                                    || seen.alerts().contains("E13"));
            }
            return fires;
        }

        private static void vitalSigns(
                Observed seen,
                @org.jspecify.annotations.Nullable Integer total,
                List<GivenDose> doses,
                Set<String> fires) {
            var signs = seen.signs();
            var three = seen.points().values().contains(3);
            add(fires, "E08a", total != null && total <= 6 && (three || total >= 5));
            add(fires, "E08b", total != null && total >= 7);
            add(fires, "E05", signs.consciousness() == Consciousness.CONFUSION);
            var breathing = signs.respiratoryRate();
            add(fires, "E09a", breathing != null && breathing < 10 && sedated(doses, seen.at()));
            add(fires, "E09b", breathing != null && breathing <= 8);
            add(fires, "E09b", signs.consciousness() == Consciousness.UNRESPONSIVE);
            var saturation = signs.oxygenSaturation();
            add(fires, "E10", saturation != null && saturation < (seen.scale() == SaturationScale.SCALE_1 ? 92 : 88));
            var pulse = signs.heartRate();
            add(fires, "E11", pulse != null && (pulse > 120 || pulse < 45));
            var systolic = signs.systolicPressure();
            add(fires, "E11", systolic != null && (systolic > 180 || systolic < 90));
            var diastolic = signs.diastolicPressure();
            add(fires, "E11", diastolic != null && diastolic > 110);
            var temperature = signs.temperature();
            add(
                    fires,
                    "E11",
                    temperature != null && (temperature.doubleValue() >= 38.5 || temperature.doubleValue() <= 35.0));
            var glucose = signs.glucose();
            add(fires, "E12", glucose != null && glucose.doubleValue() < 4.0);
        }

        private static boolean sedated(List<GivenDose> doses, Instant at) {
            for (var dose : doses) {
                var ago = since(dose.at(), at);
                if (ago >= 0 && ago <= 24 * 60) {
                    return true;
                }
            }
            return false;
        }

        private static long since(Instant earlier, Instant later) {
            return Duration.between(earlier, later).toMinutes();
        }

        private static void add(Set<String> fires, String rule, boolean holds) {
            if (holds) {
                fires.add(rule);
            }
        }
    }
}
