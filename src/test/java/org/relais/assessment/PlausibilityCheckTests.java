package org.relais.assessment;

import java.math.BigDecimal;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.assessment.PlausibilityFinding.Kind;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.assessment.BreathAlcohol.Unit.GRAMS_PER_LITRE_OF_BLOOD;
import static org.relais.assessment.BreathAlcohol.Unit.MILLIGRAMS_PER_LITRE_OF_BREATH;

/** Domain reference B.6: both sides of every limit. */
class PlausibilityCheckTests {

    private final PlausibilityCheck check = PlausibilityCheck.of(RuleFiles.limits());

    @ParameterizedTest
    @CsvSource({
        "HEART_RATE,19,REJECT",
        "HEART_RATE,20,CONFIRM",
        "HEART_RATE,39,CONFIRM",
        "HEART_RATE,40,",
        "HEART_RATE,150,",
        "HEART_RATE,151,CONFIRM",
        "HEART_RATE,250,CONFIRM",
        "HEART_RATE,251,REJECT",
        "SYSTOLIC_PRESSURE,39,REJECT",
        "SYSTOLIC_PRESSURE,40,CONFIRM",
        "SYSTOLIC_PRESSURE,79,CONFIRM",
        "SYSTOLIC_PRESSURE,80,",
        "SYSTOLIC_PRESSURE,200,",
        "SYSTOLIC_PRESSURE,201,CONFIRM",
        "SYSTOLIC_PRESSURE,280,CONFIRM",
        "SYSTOLIC_PRESSURE,281,REJECT",
        "DIASTOLIC_PRESSURE,19,REJECT",
        "DIASTOLIC_PRESSURE,20,CONFIRM",
        "DIASTOLIC_PRESSURE,39,CONFIRM",
        "DIASTOLIC_PRESSURE,40,",
        "DIASTOLIC_PRESSURE,120,",
        "DIASTOLIC_PRESSURE,121,CONFIRM",
        "DIASTOLIC_PRESSURE,180,CONFIRM",
        "DIASTOLIC_PRESSURE,181,REJECT",
        "RESPIRATORY_RATE,1,REJECT",
        "RESPIRATORY_RATE,2,CONFIRM",
        "RESPIRATORY_RATE,7,CONFIRM",
        "RESPIRATORY_RATE,8,",
        "RESPIRATORY_RATE,35,",
        "RESPIRATORY_RATE,36,CONFIRM",
        "RESPIRATORY_RATE,70,CONFIRM",
        "RESPIRATORY_RATE,71,REJECT",
        "OXYGEN_SATURATION,39,REJECT",
        "OXYGEN_SATURATION,40,CONFIRM",
        "OXYGEN_SATURATION,84,CONFIRM",
        "OXYGEN_SATURATION,85,",
        "OXYGEN_SATURATION,100,",
        "OXYGEN_SATURATION,101,REJECT",
        "TEMPERATURE,24.9,REJECT",
        "TEMPERATURE,25.0,CONFIRM",
        "TEMPERATURE,33.9,CONFIRM",
        "TEMPERATURE,34.0,",
        "TEMPERATURE,40.5,",
        "TEMPERATURE,40.6,CONFIRM",
        "TEMPERATURE,43.0,CONFIRM",
        "TEMPERATURE,43.1,REJECT",
        "TEMPERATURE,36.85,REJECT",
        "TEMPERATURE,36.80,",
        "TEMPERATURE,368,REJECT",
        "GLUCOSE,0.4,REJECT",
        "GLUCOSE,0.5,CONFIRM",
        "GLUCOSE,2.9,CONFIRM",
        "GLUCOSE,3.0,",
        "GLUCOSE,25,",
        "GLUCOSE,25.1,CONFIRM",
        "GLUCOSE,60,CONFIRM",
        "GLUCOSE,60.1,REJECT",
        "GLUCOSE,-5,REJECT",
        "BREATH_ALCOHOL,-0.01,REJECT",
        "BREATH_ALCOHOL,0,",
        "BREATH_ALCOHOL,4.0,",
        "BREATH_ALCOHOL,4.01,CONFIRM",
        "BREATH_ALCOHOL,6.0,CONFIRM",
        "BREATH_ALCOHOL,6.01,REJECT",
        "BREATH_ALCOHOL,0.505,REJECT"
    })
    void limits(VitalSign sign, BigDecimal value, Kind expected) {
        var findings = check.check(only(sign, value));

        if (expected == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.sign()).isEqualTo(sign);
                assertThat(finding.kind()).isEqualTo(expected);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"120,80,true", "120,119,true", "120,120,false", "80,120,false"})
    void theDiastolicPressureIsBelowTheSystolicOne(int systolic, int diastolic, boolean passes) {
        var findings = check.check(new VitalSigns(null, systolic, diastolic, null, null, null, null, null, null, null));

        assertThat(findings.isEmpty()).isEqualTo(passes);
        if (!passes) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.sign()).isEqualTo(VitalSign.DIASTOLIC_PRESSURE);
                assertThat(finding.kind()).isEqualTo(Kind.REJECT);
                assertThat(finding.key()).isEqualTo("assessment.error.diastolic-not-below");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"0.25,0.5", "0.60,1.2"})
    void aBreathReadingIsTwiceAsMuchInBlood(BigDecimal breath, BigDecimal blood) {
        assertThat(RuleFiles.limits().bloodEquivalent(new BreathAlcohol(breath, MILLIGRAMS_PER_LITRE_OF_BREATH)))
                .isEqualByComparingTo(blood);
        assertThat(RuleFiles.limits().bloodEquivalent(new BreathAlcohol(blood, GRAMS_PER_LITRE_OF_BLOOD)))
                .isEqualByComparingTo(blood);
    }

    @Test
    void theLimitOfABreathReadingIsThatOfItsBloodEquivalent() {
        var signs = withAlcohol(new BreathAlcohol(new BigDecimal("3.01"), MILLIGRAMS_PER_LITRE_OF_BREATH));

        assertThat(check.check(signs))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.REJECT));
    }

    @Test
    void anUnusualValuePassesOnceConfirmedAndARejectedOneNever() {
        var fast = only(VitalSign.HEART_RATE, new BigDecimal("160"));
        var impossible = only(VitalSign.HEART_RATE, new BigDecimal("300"));

        assertThatThrownBy(() -> check.require(fast, Set.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("heartRate"));
        assertThatCode(() -> check.require(fast, Set.of(VitalSign.HEART_RATE))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.require(impossible, Set.of(VitalSign.HEART_RATE)))
                .isInstanceOf(InvalidInput.class);
    }

    private static VitalSigns only(VitalSign sign, BigDecimal value) {
        var number = value.intValue();
        return switch (sign) {
            case HEART_RATE -> new VitalSigns(number, null, null, null, null, null, null, null, null, null);
            case SYSTOLIC_PRESSURE -> new VitalSigns(null, number, null, null, null, null, null, null, null, null);
            case DIASTOLIC_PRESSURE -> new VitalSigns(null, null, number, null, null, null, null, null, null, null);
            case RESPIRATORY_RATE -> new VitalSigns(null, null, null, number, null, null, null, null, null, null);
            case OXYGEN_SATURATION -> new VitalSigns(null, null, null, null, number, null, null, null, null, null);
            case TEMPERATURE -> new VitalSigns(null, null, null, null, null, null, value, null, null, null);
            case GLUCOSE -> new VitalSigns(null, null, null, null, null, null, null, null, value, null);
            case BREATH_ALCOHOL -> withAlcohol(new BreathAlcohol(value, GRAMS_PER_LITRE_OF_BLOOD));
        };
    }

    private static VitalSigns withAlcohol(BreathAlcohol alcohol) {
        return new VitalSigns(null, null, null, null, null, null, null, null, null, alcohol);
    }
}
