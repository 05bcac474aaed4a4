package org.relais.uikit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.shared.ServiceDay;
import org.relais.shared.Severity;

/**
 * How late something is, or how soon it is due: one rule for every list. What has an hour counts in minutes and hours
 * for a day; from then on, and for what is due on a day as a whole, service days of the centre count.
 */
public final class Lateness {

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private Lateness() {}

    /**
     * The label of something due.
     *
     * @param dueOn the service day it is due on; null when an hour was said
     * @param day how its centre turns instants into days
     */
    public static Component of(Instant dueAt, @Nullable LocalDate dueOn, Instant now, ServiceDay day) {
        if (dueOn != null) {
            return days(day.daysUntil(dueOn, now));
        }
        return Duration.between(dueAt, now).abs().compareTo(ONE_DAY) < 0
                ? new DueLabel(dueAt, Duration.ZERO)
                : days(day.daysUntil(day.of(dueAt), now));
    }

    /** @param left service days until it is due: 0 today, negative when it is late */
    public static SeverityBadge days(int left) {
        return switch (left) {
            case 0 -> new SeverityBadge(Severity.WARNING, Glyph.ALARM_CLOCK, say("uikit.days.today"));
            case 1 -> new SeverityBadge(Severity.WARNING, Glyph.ALARM_CLOCK, say("uikit.days.tomorrow"));
            default ->
                left < 0
                        ? new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, say("uikit.days.late", -left))
                        : new SeverityBadge(Severity.NEUTRAL, Glyph.CLOCK, say("uikit.days.ahead", left));
        };
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
