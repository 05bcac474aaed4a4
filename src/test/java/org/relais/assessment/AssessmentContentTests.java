package org.relais.assessment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

/** What ships: codes, words, and that nobody is named as approver. */
class AssessmentContentTests {

    private static final Pattern BANNED = Pattern.compile(
            "toxicoman|drogué|alcooliq|\\baddicts?\\b|junkie|abuser|missbrukare|narkoman|knarkare",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Domain reference A.0; a dash: no code exists; a question mark: not seen in a public code list. */
    private static final String LOINC = """
            AUDIT    72110-0? 75624-7
            AUDIT_C  72109-2 75626-2
            DAST10   82666-9? 82667-7
            PHQ9     44249-1 44261-6
            GAD7     69737-5? 70274-6
            GCS      35088-4? 9269-2?
            CIWA_AR  - -
            COWS     - -
            SOWS16   - -
            CUDIT_R  - -
            PGSI     - -
            TOP      - -
            ASSIST   - -
            TOBACCO  - -
            CRAVING  - -
            PREDOSE  - -
            BEHAVIOUR - -
            SCOFF    - -
            ASQ      - -
            """;

    @Test
    void everyShippedInstrumentHasTheLoincCodesOfTheTable() {
        var table = new HashMap<String, LoincCodes>();
        LOINC.lines().map(line -> line.split("\\s+")).forEach(row -> {
            // Building the record proves check digits, and that panel and total were not confused with each other.
            table.put(row[0], new LoincCodes(code(row[1]), code(row[2]), unverified(row)));
        });
        assertThat(RuleFiles.instruments())
                .hasSameSizeAs(table.keySet())
                .allSatisfy(instrument -> assertThat(withoutItems(instrument))
                        .isEqualTo(table.get(instrument.rule().code())));
        var used = table.values().stream()
                .flatMap(codes -> Stream.of(codes.panel(), codes.total()))
                .filter(code -> code != null)
                .toList();
        assertThat(used).doesNotHaveDuplicates();
    }

    @Test
    void itemsHaveTheLoincCodesOfTheTable() {
        assertThat(RuleFiles.instruments().stream()
                        .flatMap(instrument -> instrument.items().stream()
                                .filter(item -> item.loinc() != null)
                                .peek(item -> assertThat(instrument.loinc().unverified())
                                        .contains(item.loinc()))
                                .map(item -> item.code() + " " + item.loinc())))
                .containsExactlyInAnyOrder("SELF_HARM 44260-8", "EYES 9267-6", "VERBAL 9270-0", "MOTOR 9268-4");
    }

    @Test
    void whatMustNotShipDoesNot() {
        assertThat(RuleFiles.instruments())
                .extracting(instrument -> instrument.rule().code())
                .doesNotContain("FTND", "FTCD", "POSS", "EQ5D", "EPWORTH", "MMSE", "MADRS", "C_SSRS");
        assertThat(RuleFiles.instruments().stream()
                        .filter(Instrument::disabled)
                        .map(instrument -> instrument.rule().code()))
                .containsExactly("SCOFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"44260-8", "9267-6", "9270-0", "9268-4", "88330-6"})
    void theOtherCodesOfTheTableHaveARightCheckDigit(String code) {
        assertThatCode(() -> LoincCodes.requireValid(code)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "HEART_RATE,8867-4", "RESPIRATORY_RATE,9279-1", "OXYGEN_SATURATION,59408-5", "TEMPERATURE,8310-5",
        "SYSTOLIC_PRESSURE,8480-6", "DIASTOLIC_PRESSURE,8462-4", "GLUCOSE,", "BREATH_ALCOHOL,"
    })
    void vitalSignsHaveTheLoincCodesOfTheTable(VitalSign sign, String loinc) {
        assertThat(RuleFiles.limits().of(sign).loinc()).isEqualTo(loinc);
        assertThat(RuleFiles.limits().bloodPressurePanel()).isEqualTo("85354-9");
    }

    @Test
    void news2CarriesItsSnomedCode() {
        assertThat(RuleFiles.news().snomedTotal()).isEqualTo("1104051000000101");
    }

    @Test
    void instrumentsOfTheFirstVersionAndTheirMaximum() {
        assertThat(RuleFiles.instruments())
                .extracting(
                        instrument -> instrument.rule().code(),
                        Instrument::maximum,
                        i -> i.items().size())
                .containsExactly(
                        tuple("ASQ", null, 6),
                        tuple("ASSIST", null, 70),
                        tuple("AUDIT", 40, 11),
                        tuple("AUDIT_C", 12, 4),
                        tuple("BEHAVIOUR", null, 8),
                        tuple("CIWA_AR", 67, 10),
                        tuple("COWS", 48, 11),
                        tuple("CRAVING", 10, 3),
                        tuple("CUDIT_R", 32, 8),
                        tuple("DAST10", 10, 10),
                        tuple("GAD7", 21, 7),
                        tuple("GCS", 15, 3),
                        tuple("PGSI", 27, 9),
                        tuple("PHQ9", 27, 10),
                        tuple("PREDOSE", null, 10),
                        tuple("SCOFF", 5, 5),
                        tuple("SOWS16", 64, 16),
                        tuple("TOBACCO", 6, 2),
                        tuple("TOP", null, 55));
    }

    @Test
    void nothingShipsAsApproved() {
        assertThat(Stream.of(RuleFiles.news().rule(), RuleFiles.limits().rule()))
                .noneMatch(rule -> rule.approved());
        assertThat(RuleFiles.instruments())
                .noneMatch(instrument -> instrument.rule().approved());
    }

    @Test
    void aReaderOfAnotherLanguageSeesFrench() {
        var text = new LocalText("léger", "mild", "lindrig");

        assertThat(text.in(Locale.FRANCE)).isEqualTo("léger");
        assertThat(text.in(Locale.UK)).isEqualTo("mild");
        assertThat(text.in(Locale.of("sv", "SE"))).isEqualTo("lindrig");
        assertThat(text.in(Locale.GERMANY)).isEqualTo("léger");
    }

    static Stream<String> files() {
        return Stream.concat(
                RuleFiles.instruments().stream()
                        .map(instrument -> "instrument/"
                                + instrument
                                        .rule()
                                        .code()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-') + "-1.yaml"),
                Stream.of("early-warning/news2-1.yaml", "vital-sign-limits/vital-signs-1.yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void rulesSpeakOfPersons(String file) {
        assertThat(RuleFiles.text(file)).doesNotContainPattern(BANNED);
    }

    @Test
    void everyMessageOfTheRoomIsThereInEveryLanguage() {
        var french = bundle("fr");
        assertThat(bundle("en").keySet()).isEqualTo(french.keySet());
        assertThat(bundle("sv").keySet()).isEqualTo(french.keySet());
        var keys = Stream.of(
                        Stream.of(VitalSign.values()).flatMap(sign -> Stream.of(sign.key(), sign.key() + ".unit")),
                        Stream.of(Consciousness.values()).map(Consciousness::key),
                        Stream.of(InhaledGas.values()).map(InhaledGas::key),
                        Stream.of(EarlyWarningParameter.values()).map(EarlyWarningParameter::key))
                .flatMap(stream -> stream)
                .toList();
        assertThat(french).containsKeys(keys.toArray());
    }

    private static @Nullable String code(String cell) {
        return cell.equals("-") ? null : cell.replace("?", "");
    }

    private static List<String> unverified(String[] row) {
        return Stream.of(row)
                .filter(cell -> cell.endsWith("?"))
                .map(cell -> cell.replace("?", ""))
                .toList();
    }

    private static LoincCodes withoutItems(Instrument instrument) {
        var items = instrument.items().stream().map(InstrumentItem::loinc).toList();
        var codes = instrument.loinc();
        return new LoincCodes(
                codes.panel(),
                codes.total(),
                codes.unverified().stream()
                        .filter(code -> !items.contains(code))
                        .toList());
    }

    private static Map<Object, Object> bundle(String language) {
        try (var stream = AssessmentContentTests.class.getResourceAsStream(
                "/i18n/assessment/texts_" + language + ".properties")) {
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
