package org.relais.detox;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * One person's page of a hand-over in words, as it is read, signed and printed. What is not known is empty.
 *
 * @param bed room and bed
 * @param about age or alias, and the day of the withdrawal
 * @param substances what from
 * @param score the last total of the leading instrument
 * @param band the word of its band
 * @param earlyWarning the last NEWS2
 * @param next when the next observation is due
 * @param late whether that has passed
 * @param identity I
 * @param situation S
 * @param background B
 * @param assessment A
 * @param recommendation R
 * @param toKnow allergies and other alerts, which no lock closes
 * @param since what was entered in the outgoing shift
 * @param events of that shift, the earliest first
 */
public record HandOverText(
        String bed,
        String name,
        String about,
        String substances,
        String score,
        String band,
        @Nullable Severity severity,
        String earlyWarning,
        String next,
        boolean late,
        String identity,
        String situation,
        String background,
        String assessment,
        String recommendation,
        String toKnow,
        String since,
        List<Line> events) {

    public HandOverText {
        events = List.copyOf(events);
    }

    /** One event in words. */
    public record Line(Instant at, String words) {}

    /** As it shows to whom the person locked it: who lies where, and what endangers them. */
    HandOverText concealed() {
        return new HandOverText(
                bed, name, about, "", "", "", null, "", next, late, identity, "", "", "", "", toKnow, "", List.of());
    }
}
