package org.relais.relatives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.relais.person.MayBeTold;
import org.relais.person.TellingTopic;

import static org.assertj.core.api.Assertions.assertThat;

/** What a relative may be told, over every answer to every topic and every order of the dates. */
class TellingBandTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final List<TellingTopic> TOPICS = Arrays.asList(TellingTopic.values());

    @Test
    void what_was_not_asked_and_what_is_over_may_not_be_told() {
        var told =
                new MayBeTold(Map.of(TellingTopic.PRESENCE, true, TellingTopic.RESULTS, false), DAY.minusDays(30), DAY);
        assertThat(TellingBand.of(told, DAY).may()).containsExactly(TellingTopic.PRESENCE);
        assertThat(TellingBand.of(told, DAY).mayNot())
                .hasSize(5)
                .contains(TellingTopic.RESULTS, TellingTopic.TREATMENT);
        assertThat(TellingBand.of(told, DAY.plusDays(1)).may()).isEmpty();
        assertThat(TellingBand.of(told, DAY.plusDays(1)).over()).isTrue();
        assertThat(TellingBand.of(told, DAY.minusDays(31)).may()).isEmpty();
        assertThat(TellingBand.of(MayBeTold.nothing(), DAY).mayNot()).isEqualTo(TOPICS);
    }

    @Test
    void a_letter_never_holds_a_topic_without_agreement() {
        var cases = 0;
        var told = 0;
        for (var combination = 0; combination < Math.pow(3, TOPICS.size()); combination++) {
            for (var given : dates()) {
                for (var until : dates()) {
                    cases++;
                    var answers = answers(combination);
                    var letter = RelativeLetter.allowed(everything(), new MayBeTold(answers, given, until), DAY);
                    var expected = new ArrayList<TellingTopic>();
                    for (var topic : TOPICS) {
                        if (agreed(answers, topic, given, until)
                                && agreed(answers, TellingTopic.PRESENCE, given, until)) {
                            expected.add(topic);
                        }
                    }
                    assertThat(letter.keySet())
                            .as("%s, given %s, until %s", answers, given, until)
                            .containsExactlyElementsOf(expected);
                    told += letter.size();
                }
            }
        }
        assertThat(cases).isEqualTo(729 * 16);
        assertThat(told).isPositive();
    }

    @Test
    void a_letter_holds_nothing_but_what_was_written() {
        var random = new Random(20261122);
        for (var turn = 0; turn < 2_000; turn++) {
            var written = new EnumMap<TellingTopic, String>(TellingTopic.class);
            TOPICS.stream()
                    .filter(topic -> random.nextBoolean())
                    .forEach(topic -> written.put(topic, "About " + topic));
            var answers = answers(random.nextInt(729));
            var allowed = RelativeLetter.allowed(
                    written, new MayBeTold(answers, DAY.minusDays(random.nextInt(3)), null), DAY);
            assertThat(written).containsAllEntriesOf(allowed);
            assertThat(allowed.keySet()).allMatch(topic -> Boolean.TRUE.equals(answers.get(topic)));
        }
    }

    // Said again in other words than the code's: yes to this topic, on a day the agreement holds
    private static boolean agreed(
            Map<TellingTopic, Boolean> answers,
            TellingTopic topic,
            @Nullable LocalDate given,
            @Nullable LocalDate until) {
        var yes = answers.containsKey(topic) && answers.get(topic);
        var begun = given != null && given.toEpochDay() <= DAY.toEpochDay();
        var over = until != null && until.toEpochDay() < DAY.toEpochDay();
        return yes && begun && !over;
    }

    private static Map<TellingTopic, Boolean> answers(int combination) {
        var answers = new EnumMap<TellingTopic, Boolean>(TellingTopic.class);
        var left = combination;
        for (var topic : TOPICS) {
            if (left % 3 > 0) {
                answers.put(topic, left % 3 == 1);
            }
            left /= 3;
        }
        return answers;
    }

    private static List<@Nullable LocalDate> dates() {
        return Arrays.asList(null, DAY.minusDays(1), DAY, DAY.plusDays(1));
    }

    private static Map<TellingTopic, String> everything() {
        var everything = new EnumMap<TellingTopic, String>(TellingTopic.class);
        TOPICS.forEach(topic -> everything.put(topic, "About " + topic));
        return everything;
    }
}
