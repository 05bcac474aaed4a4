package org.relais.exchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** Every fault, place and reason has its words in every language, and the file stands in every message about it. */
class ExchangeTextsTests {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "sv"})
    void every_fault_place_and_reason_has_a_text(String language) throws IOException {
        var texts = texts(language);
        var keys = new ArrayList<String>();
        Stream.of(Fault.values()).map(Fault::key).forEach(keys::add);
        Stream.of(LeftOutReason.values()).map(LeftOutReason::key).forEach(keys::add);
        List.of(new Place.WholeFile(), new Place.Line(1, 1), new Place.Offset(0), new Place.Path(""))
                .forEach(place -> keys.add(place.key()));

        assertThat(texts.stringPropertyNames()).containsAll(keys);
        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> key.matches("exchange\\.(place|broken|left-out)\\..*"))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "sv"})
    void every_message_about_a_file_names_it(String language) throws IOException {
        var texts = texts(language);
        for (var fault : Fault.values()) {
            var message = new MessageFormat(Objects.requireNonNull(texts.getProperty(fault.key())), Locale.of(language))
                    .format(new Object[] {"A001.json", "detail"});
            assertThat(message).startsWith("A001.json").doesNotContain("{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv"})
    void the_languages_hold_the_same_keys(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames()).isEqualTo(texts("fr").stringPropertyNames());
    }

    private static Properties texts(String language) throws IOException {
        var name = "/i18n/exchange/texts_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ExchangeTextsTests.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
