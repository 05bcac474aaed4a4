package org.relais.detox.ui;

import java.time.Instant;
import java.util.Objects;

import org.relais.episode.BedCondition;
import org.relais.episode.BedReservation;
import org.relais.episode.BedRow;
import org.relais.uikit.Formats;

/** What the board says of beds in one language, by the clock of their centre. */
record BedWords(DetoxWords words, Formats formats) {

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** Free, reserved 16:30, to be cleaned, closed. */
    String state(BedRow row) {
        var state = row.state();
        var kept = state.reservation();
        if (state.condition() == BedCondition.CLOSED) {
            return say("detox.bed.closed");
        }
        if (kept != null) {
            return say("detox.bed.reserved", time(kept.expectedAt()));
        }
        return say(state.condition() == BedCondition.TO_CLEAN ? "detox.bed.to-clean" : "detox.card.free");
    }

    /** What there is to know of a bed that nobody is in; empty when nothing. */
    String details(BedRow row) {
        var state = row.state();
        var kept = state.reservation();
        if (state.condition() == BedCondition.CLOSED) {
            var reason = Objects.requireNonNullElse(state.reason(), "");
            return state.until() == null ? reason : say("detox.bed.closed.until", reason, formats.date(state.until()));
        }
        if (kept != null) {
            return expected(kept);
        }
        if (state.since() == null) {
            return "";
        }
        return say(
                state.condition() == BedCondition.TO_CLEAN ? "detox.bed.left" : "detox.bed.cleaned",
                time(state.since()));
    }

    /** Whom or what a bed is kept for. */
    String expected(BedReservation kept) {
        if (kept.name() != null) {
            return say("detox.bed.expected", kept.name().display());
        }
        return kept.words() == null ? say("detox.bed.expected.hidden") : kept.words();
    }

    /** The time of today, with the day on another one. */
    String time(Instant instant) {
        var today = formats.day(words.desk().clock().instant());
        return formats.day(instant).equals(today) ? formats.time(instant) : formats.dateTime(instant);
    }
}
