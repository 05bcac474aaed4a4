package org.relais.assessment;

import java.math.BigDecimal;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.assessment.EarlyWarningResult.EarlyWarningScore;
import org.relais.assessment.EarlyWarningResult.MissingParameters;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.assessment.SaturationScale.SCALE_1;

/** Domain reference A.13: the worked examples, every edge of every table, and the risk of every kind of total. */
class EarlyWarningTests {

    @ParameterizedTest
    @CsvSource({
        "SCALE_1,16,97,AIR,124,72,ALERT,36.8,0,LOW",
        "SCALE_1,22,95,AIR,108,112,ALERT,38.3,7,HIGH",
        "SCALE_1,8,93,AIR,118,58,ALERT,36.2,5,MEDIUM",
        "SCALE_1,8,93,AIR,118,58,VOICE,36.2,8,HIGH",
        "SCALE_1,18,98,AIR,140,132,ALERT,37.9,3,LOW_MEDIUM",
        "SCALE_2,20,94,OXYGEN,130,95,ALERT,37.0,4,LOW",
        "SCALE_1,18,98,AIR,140,132,ALERT,38.1,4,LOW_MEDIUM",
        "SCALE_1,18,98,OXYGEN,140,132,ALERT,37.9,5,MEDIUM",
        "SCALE_1,22,94,AIR,124,95,ALERT,37.0,4,LOW",
        "SCALE_1,22,94,OXYGEN,124,72,ALERT,38.5,6,MEDIUM",
        "SCALE_1,25,91,OXYGEN,90,131,UNRESPONSIVE,35.0,20,HIGH",
        "SCALE_2,25,97,OXYGEN,90,131,PAIN,35.0,20,HIGH"
    })
    void examples(
            SaturationScale scale,
            int breaths,
            int saturation,
            InhaledGas gas,
            int systolic,
            int pulse,
            Consciousness consciousness,
            BigDecimal temperature,
            int total,
            EarlyWarningRisk risk) {
        var signs =
                new VitalSigns(pulse, systolic, null, breaths, saturation, gas, temperature, consciousness, null, null);

        var score = (EarlyWarningScore)
                EarlyWarningScoring.of(RuleFiles.news(), scale).score(signs);

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.risk()).isEqualTo(risk);
        assertThat(score.scale()).isEqualTo(scale);
        assertThat(score.points().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"8,3", "9,1", "11,1", "12,0", "20,0", "21,2", "24,2", "25,3"})
    void respiratoryRate(int value, int points) {
        assertPoints(RuleFiles.news().respiratoryRate(), value, points);
    }

    @ParameterizedTest
    @CsvSource({"91,3", "92,2", "93,2", "94,1", "95,1", "96,0", "100,0"})
    void saturationOnScale1(int value, int points) {
        assertPoints(RuleFiles.news().oxygenSaturation().of(SCALE_1, InhaledGas.AIR), value, points);
        assertPoints(RuleFiles.news().oxygenSaturation().of(SCALE_1, InhaledGas.OXYGEN), value, points);
    }

    @ParameterizedTest
    @CsvSource({
        "83,AIR,3",
        "84,AIR,2",
        "85,AIR,2",
        "86,AIR,1",
        "87,AIR,1",
        "88,AIR,0",
        "90,AIR,0",
        "92,AIR,0",
        "93,AIR,0",
        "97,AIR,0",
        "83,OXYGEN,3",
        "84,OXYGEN,2",
        "85,OXYGEN,2",
        "86,OXYGEN,1",
        "87,OXYGEN,1",
        "88,OXYGEN,0",
        "92,OXYGEN,0",
        "93,OXYGEN,1",
        "94,OXYGEN,1",
        "95,OXYGEN,2",
        "96,OXYGEN,2",
        "97,OXYGEN,3",
        "100,OXYGEN,3"
    })
    void saturationOnScale2DependsOnTheGas(int value, InhaledGas gas, int points) {
        assertPoints(RuleFiles.news().oxygenSaturation().of(SaturationScale.SCALE_2, gas), value, points);
    }

    @Test
    void aSaturationOf90OnAirIsThreePointsOnScale1AndNoneOnScale2() {
        assertPoints(RuleFiles.news().oxygenSaturation().of(SCALE_1, InhaledGas.AIR), 90, 3);
        assertPoints(RuleFiles.news().oxygenSaturation().of(SaturationScale.SCALE_2, InhaledGas.AIR), 90, 0);
    }

    @ParameterizedTest
    @CsvSource({"90,3", "91,2", "100,2", "101,1", "110,1", "111,0", "219,0", "220,3"})
    void systolicPressure(int value, int points) {
        assertPoints(RuleFiles.news().systolicPressure(), value, points);
    }

    @ParameterizedTest
    @CsvSource({"40,3", "41,1", "50,1", "51,0", "90,0", "91,1", "110,1", "111,2", "130,2", "131,3"})
    void pulse(int value, int points) {
        assertPoints(RuleFiles.news().pulse(), value, points);
    }

    @ParameterizedTest
    @CsvSource({
        "35.0,3", "35.1,1", "36.0,1", "36,1", "36.1,0", "38.0,0", "38.00,0", "38.1,1", "39.0,1", "39.1,2", "41.5,2"
    })
    void temperature(BigDecimal value, int points) {
        assertThat(RuleFiles.news().temperature().measures(value)).isTrue();
        assertThat(RuleFiles.news().temperature().pointsFor(value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"38.05", "36.04", "36.06", "35.01"})
    void aTemperatureBetweenTwoTenthsIsRefusedAndNotRounded(BigDecimal temperature) {
        var signs = new VitalSigns(72, 124, null, 16, 97, InhaledGas.AIR, temperature, Consciousness.ALERT, null, null);

        assertThatThrownBy(
                        () -> EarlyWarningScoring.of(RuleFiles.news(), SCALE_1).score(signs))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("temperature"));
    }

    @Test
    void onlyAnAlertPersonScoresNoPointForConsciousness() {
        assertThat(RuleFiles.news().consciousness())
                .containsEntry(Consciousness.ALERT, 0)
                .containsEntry(Consciousness.CONFUSION, 3)
                .containsEntry(Consciousness.VOICE, 3)
                .containsEntry(Consciousness.PAIN, 3)
                .containsEntry(Consciousness.UNRESPONSIVE, 3);
    }

    @Test
    void anyMissingParameterLeavesNoScore() {
        assertThat(EarlyWarningScoring.of(RuleFiles.news(), SCALE_1).score(VitalSigns.NONE))
                .isInstanceOfSatisfying(
                        MissingParameters.class,
                        missing -> assertThat(missing.missing()).containsExactly(EarlyWarningParameter.values()));
        var withoutGas =
                new VitalSigns(72, 124, 80, 16, 97, null, new BigDecimal("36.8"), Consciousness.ALERT, null, null);
        assertThat(EarlyWarningScoring.of(RuleFiles.news(), SCALE_1).score(withoutGas))
                .isInstanceOfSatisfying(
                        MissingParameters.class,
                        missing -> assertThat(missing.missing()).containsExactly(EarlyWarningParameter.INHALED_GAS));
    }

    @Test
    void isNotValidForChildrenNorDuringPregnancy() {
        var news = RuleFiles.news();
        assertThat(news.obstacle(OptionalInt.of(16), false)).isEmpty();
        assertThat(news.obstacle(OptionalInt.of(15), false)).contains(EarlyWarningObstacle.TOO_YOUNG);
        assertThat(news.obstacle(OptionalInt.of(30), true)).contains(EarlyWarningObstacle.PREGNANCY);
        assertThat(news.obstacle(OptionalInt.empty(), false)).isEmpty();
    }

    private static void assertPoints(PointTable table, int value, int points) {
        assertThat(table.pointsFor(BigDecimal.valueOf(value))).isEqualTo(points);
    }
}
