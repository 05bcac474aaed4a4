package org.relais.relatives;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.MayBeTold;
import org.relais.person.TellingTopic;

/**
 * What a relative may be told on one day, and what not: what stands wherever one writes or prints to them. What was not
 * asked, and what was agreed to for a time that is over, may not be told.
 *
 * @param may in the order of the topics
 * @param mayNot all the others
 * @param until the last day it holds; null without an end
 * @param over whether that day has passed
 */
public record TellingBand(
        List<TellingTopic> may,
        List<TellingTopic> mayNot,
        @Nullable LocalDate until,
        boolean over) {

    public TellingBand {
        may = List.copyOf(may);
        mayNot = List.copyOf(mayNot);
    }

    /** What holds on that service day. */
    public static TellingBand of(MayBeTold told, LocalDate day) {
        var topics = Arrays.asList(TellingTopic.values());
        var until = told.until();
        return new TellingBand(
                topics.stream().filter(topic -> allows(told, topic, day)).toList(),
                topics.stream().filter(topic -> !allows(told, topic, day)).toList(),
                until,
                until != null && day.isAfter(until));
    }

    /** Whether every one of these may be told. */
    public boolean allows(Collection<TellingTopic> topics) {
        return may.containsAll(topics);
    }

    /** Whether a letter may be written at all: it tells that the person is here. */
    public boolean allowsLetter() {
        return may.contains(TellingTopic.PRESENCE);
    }

    // An agreement holds from the day it was given: what happened before was not yet allowed
    private static boolean allows(MayBeTold told, TellingTopic topic, LocalDate day) {
        var givenOn = told.givenOn();
        return told.allows(topic, day) && givenOn != null && !day.isBefore(givenOn);
    }
}
