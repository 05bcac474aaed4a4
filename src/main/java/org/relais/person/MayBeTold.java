package org.relais.person;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the person agreed that a relative may be told. What was not asked counts as no.
 *
 * @param answers yes or no for each topic that was asked
 * @param givenOn the day the person said so, null when nothing was asked yet
 * @param until the last day it holds, null without an end
 */
public record MayBeTold(
        Map<TellingTopic, Boolean> answers,
        @Nullable LocalDate givenOn,
        @Nullable LocalDate until) {
    public MayBeTold {
        answers = Map.copyOf(answers);
    }

    /** Nothing was asked: nothing may be told. */
    public static MayBeTold nothing() {
        return new MayBeTold(Map.of(), null, null);
    }

    /** Whether the topic may be told on this day. */
    public boolean allows(TellingTopic topic, LocalDate day) {
        return answers.getOrDefault(topic, false) && (until == null || !day.isAfter(until));
    }
}
