package org.relais.assessment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.rules.Rule;
import org.relais.rules.RuleKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each check of a rule file, seen refusing a file that is right but for one change. */
class BrokenRuleFileTests {

    @Test
    void theUnchangedFilesAreRead() {
        assertThat(SampleInstrument.load().maximum()).isEqualTo(15);
        assertThat(RuleFiles.load(AssessmentRules.EARLY_WARNING, RuleFiles.text("early-warning/news2-1.yaml")))
                .isEqualTo(RuleFiles.news());
        assertThat(RuleFiles.load(
                        AssessmentRules.VITAL_SIGN_LIMITS, RuleFiles.text("vital-sign-limits/vital-signs-1.yaml")))
                .isEqualTo(RuleFiles.limits());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "maximum: 15 | maximum: 16 | The maximum says 16 but the items add up to 15",
                "from: 8, | from: 9, | The bands of STANDARD leave a gap or overlap",
                "from: 8, | from: 7, | The bands of STANDARD leave a gap or overlap",
                "from: 0, | from: 1, | The bands of STANDARD leave a gap or overlap",
                "to: 15, | to: 14, | The bands of STANDARD end at 14, the maximum is 15",
                "to: 15, | to: 16, | The bands of STANDARD end at 16, the maximum is 15",
                "to: 7, | to: -1, | The band LOW ends before it begins",
                "code: HIGH | code: LOW | Stands twice among the bands",
                "code: AMOUNT | code: FREQUENCY | Stands twice among the items",
                "code: AMOUNT | code: amount | The code of an item is missing or odd: amount",
                "{value: 2}, {value: 3} | {value: 3}, {value: 2} | The values of AMOUNT do not ascend",
                "{value: 0}, {value: 5} | {value: 5}, {value: 5} | The values of BINGE do not ascend",
                "{value: 0}, {value: 5} | {value: -1}, {value: 5} | Negative value in BINGE",
                "[{value: 0}, {value: 5}] | [] | Missing: values of BINGE",
                "{value: 4, anchor: {fr: f, en: e, sv: s}} | {value: 4} | has no anchor while others have",
                "{value: 4, anchor: {fr: f, en: e, sv: s}} | {value: 4, anchor: {fr: f, en: e}} | lacks French",
                "instruction: {fr: f, en: e, sv: s} | instruction: {fr: f, en: ' ', sv: s} | lacks French",
                "instruction: {fr: f, en: e, sv: s} | instruction: {fr: f, en: e, sv: s, no: n} | no",
                "items: [FREQUENCY], | items: [BINGE], | names items that do not come before it: [BINGE]",
                "items: [FREQUENCY], | items: [], | Missing: items of a skip condition",
                "anyOf: [THOUGHTS], | anyOf: [MOOD], | The alert THOUGHTS waits for MOOD",
                "[THOUGHTS], atLeast: 1 | [THOUGHTS], atLeast: 4 | waits for THOUGHTS to be at least 4, which it never",
                "atLeast: 8, | atLeast: 16, | The action CALL waits for a total that is never reached: 16",
                "withinMinutes: 60 | withinMinutes: -1 | The action CALL ends before it begins",
                "severity: OK | severity: LOUD | LOUD",
                "total: 75624-7 | total: 75624-8 | Wrong check digit in LOINC code 75624-8",
                "total: 75624-7 | total: 72110-0 | Panel and total share the LOINC code 72110-0",
                "total: 75624-7 | total: AUDIT | Not a LOINC code: AUDIT",
                "licence: {terms: free, credit: nobody} | licence: {terms: free} | The licence names no credit",
                "code: ASLEEP | code: '' | The code of a reason is missing or odd",
                "approvedBy: none | approvedBy: '' | names its approver",
                "loinc: {panel: | loinc: {form: | form"
            })
    void anInstrumentThatMakesNoSense(String right, String wrong, String reason) {
        assertRefused(AssessmentRules.INSTRUMENT, SampleInstrument.YAML, right, wrong, reason);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "- {upTo: 100, value: 1} | - {upTo: 70, value: 1} | The steps of a derived item do not ascend",
                "- {upTo: 100, value: 1} | - {value: 1} | Only the last step of a derived item is without limit",
                "- {value: 4} | - {upTo: 140, value: 4} | Only the last step of a derived item is without limit",
                "- {value: 4} | - {value: 3} | The derivation of PULSE gives a value that is not allowed: 3"
            })
    void aDerivationThatMakesNoSense(String right, String wrong, String reason) {
        assertRefused(AssessmentRules.INSTRUMENT, RuleFiles.text("instrument/cows-1.yaml"), right, wrong, reason);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "audit-c | 'profileBy: SEX\\n' | '' | A profile is chosen by something that no profile applies to",
                "audit-c | appliesTo: [MALE] | appliesTo: [FEMALE] | Stands twice among what the profiles apply to",
                "audit-c | {FR: 10, | {FR: 11, | The preset of STANDARD_DRINK is not allowed: 11",
                "audit-c | - {anyOf: [AMOUNT], atMost: 0} | - {anyOf: [AMOUNT]} | A condition has no limit: [AMOUNT]",
                "audit-c | warnBeforeDays: 90 | warnBeforeDays: 0 | A repetition warns before no day",
                "tobacco | upTo: 30 | upTo: 3 | The steps of FIRST_CIGARETTE do not ascend",
                "tobacco | {lowest: 0, highest: 120} | {lowest: 9, highest: 9} | A range of numbers is empty or negative",
                "tobacco | maximum: 6 | maximum: 7 | The maximum says 7 but the items add up to 6",
                "behaviour | seriesBy: KIND | seriesBy: DAYS | The courses are told apart by an item that is not there",
                "behaviour | items: [DAYS] | items: [NIGHTS] | The sub-score DAYS names an item that does not exist: NIGHTS",
                "gcs | unverified: [35088-4, | unverified: [75624-7, 35088-4, | A code is called unverified that is not used",
                "gcs | loinc: 9270-0 | loinc: 9267-6 | Stands twice among the LOINC codes",
                "gcs | from: 3, | from: 0, | The bands of STANDARD leave a gap or overlap",
                "gcs | by: 2 | by: 0 | The change GCS_FALL moves by nothing",
                "gcs | atMost: 8 | atMost: 2 | The action AIRWAY waits for a total that is never reached",
                "asq | closedWhen:\\n      - {items: [WISH_DEAD, | closedWhen:\\n      - {items: [JUDGEMENT, | names items that do not come before it",
                "asq | '    when:\\n      - - {anyOf: [NOW], atLeast: 1}\\n      - - {anyOf: [JUDGEMENT], atLeast: 2}\\n  - code: NON' | '  - code: NON' | Only the last outcome is without condition: ACUTE_POSITIVE",
                "asq | {anyOf: [NOW], atLeast: 1} | {anyOf: [NOW], atLeast: 3} | The outcome ACUTE_POSITIVE waits for NOW to be at least 3, which it never is",
                "predose | {anyOf: [RESPIRATORY_RATE], atMost: 9} | {anyOf: [RESPIRATORY_RATE], atMost: 1} | waits for RESPIRATORY_RATE to be at most 1",
                "assist | from: 11 | from: 12 | The bands of ALCOHOL leave a gap or overlap: MODERATE begins at 12, not at 11",
                "assist | to: 31 | to: 39 | The bands of TOBACCO end at 39, the maximum is 31",
                "dast10 | points: 1 | points: 2 | The maximum says 10 but the items add up to 11",
                "pgsi | 'maximum: 27\\n' | '' | need a total, and there is no maximum"
            })
    void anInstrumentOfAnyShapeThatMakesNoSense(String file, String right, String wrong, String reason) {
        assertRefused(
                AssessmentRules.INSTRUMENT, RuleFiles.text("instrument/" + file + "-1.yaml"), right, wrong, reason);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "maximum: 20 | maximum: 21 | The maximum says 21 but the parameters add up to 20",
                "{from: 35.1, | {from: 35.2, | A point table leaves a gap or overlaps between 35.0 and 35.2",
                "{from: 35.1, | {from: 35.0, | A point table leaves a gap or overlaps between 35.0 and 35.0",
                "{to: 35.0, | {from: 30.0, to: 35.0, | The first range of a point table has a lower end",
                "{from: 39.1, | {from: 39.1, to: 42.0, | The last range of a point table has an upper end",
                "{from: 35.1, to: 36.0, | {from: 35.1, to: 35.0, | A range ends before it begins",
                "step: 0.1 | step: 0 | A point table has no step",
                "{from: 36.1, to: 38.0, points: 0} | {from: 36.1, to: 38.0, points: -1} | Negative points",
                "AIR: 0, | '' | Points are missing for air or oxygen",
                "'VOICE: 3, ' | '' | Points are missing for a level of consciousness",
                "risk: MEDIUM\\n    from: 5 | risk: MEDIUM\\n    from: 6 | The risks leave a gap or overlap: MEDIUM begins at 6, not at 5",
                "risk: HIGH\\n    from: 7 | risk: HIGH\\n    from: 6 | The risks leave a gap or overlap: HIGH begins at 6, not at 7",
                "to: 20\\n    sev | to: 19\\n    sev | The risks end at 19, the maximum is 20",
                "risk: LOW_MEDIUM\\n    from: 3 | risk: LOW_MEDIUM\\n    from: 2 | The range of the single parameter begins at its points"
            })
    void anEarlyWarningThatMakesNoSense(String right, String wrong, String reason) {
        assertRefused(
                AssessmentRules.EARLY_WARNING, RuleFiles.text("early-warning/news2-1.yaml"), right, wrong, reason);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sign: GLUCOSE | sign: TEMPERATURE | Stands twice among the vital signs",
                "confirm: {lowest: 34.0 | confirm: {lowest: 24.0 | reaches into what is rejected: TEMPERATURE",
                "reject: {lowest: 25.0 | reject: {lowest: 45.0 | The range ends before it begins: 45.0",
                "loinc: 8867-4 | loinc: 8867-5 | Wrong check digit in LOINC code 8867-5",
                "loinc: 8480-6 | loinc: 8462-4 | Stands twice among the LOINC codes",
                "bloodPressurePanel: 85354-9 | bloodPressurePanel: 8480-6 | Stands twice among the LOINC codes",
                "unit: \"Cel\" | unit: \" \" | No unit for TEMPERATURE",
                "step: 0.01 | step: -0.01 | No step for BREATH_ALCOHOL",
                "bloodPerBreathAlcohol: 2 | bloodPerBreathAlcohol: 0 | Missing: bloodPerBreathAlcohol",
                "higher: SYSTOLIC_PRESSURE | higher: DIASTOLIC_PRESSURE | cannot be lower than itself"
            })
    void limitsThatMakeNoSense(String right, String wrong, String reason) {
        assertRefused(
                AssessmentRules.VITAL_SIGN_LIMITS,
                RuleFiles.text("vital-sign-limits/vital-signs-1.yaml"),
                right,
                wrong,
                reason);
    }

    @Test
    void limitsThatForgetASign() {
        var yaml = RuleFiles.text("vital-sign-limits/vital-signs-1.yaml");
        var withoutLast = yaml.substring(0, yaml.indexOf("  - sign: BREATH_ALCOHOL"));

        assertThatThrownBy(() -> RuleFiles.load(AssessmentRules.VITAL_SIGN_LIMITS, withoutLast))
                .hasMessageContaining("No limits for [BREATH_ALCOHOL]");
    }

    private static <T extends Rule> void assertRefused(
            RuleKind<T> kind, String yaml, String written, String replaced, String reason) {
        var right = written.replace("\\n", "\n");
        var wrong = replaced.replace("\\n", "\n");
        assertThat(yaml).as("the part to break").contains(right);
        var at = yaml.indexOf(right);
        var broken = yaml.substring(0, at) + wrong + yaml.substring(at + right.length());

        assertThatThrownBy(() -> RuleFiles.load(kind, broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sample-1.yaml")
                .hasMessageContaining(reason);
    }
}
