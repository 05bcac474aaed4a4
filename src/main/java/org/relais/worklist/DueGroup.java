package org.relais.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ServiceDay;

/** How close something due is: the groups of "my day", in order. */
public enum DueGroup {
    OVERDUE,
    WITHIN_THE_HOUR,
    LATER_TODAY,
    COMING_DAYS;

    private static final Duration SOON = Duration.ofHours(1);

    /**
     * The group of a due time.
     *
     * @param dueOn the service day it is due on as a whole; null when the hour counts
     * @param day how the centre turns instants into days: "today" is its service day
     */
    public static DueGroup of(Instant dueAt, @Nullable LocalDate dueOn, Instant now, ServiceDay day) {
        if (dueOn != null) {
            var left = day.daysUntil(dueOn, now);
            return left < 0 ? OVERDUE : left == 0 ? LATER_TODAY : COMING_DAYS;
        }
        if (dueAt.isBefore(now)) {
            return OVERDUE;
        }
        if (!dueAt.isAfter(now.plus(SOON))) {
            return WITHIN_THE_HOUR;
        }
        return day.of(dueAt).equals(day.of(now)) ? LATER_TODAY : COMING_DAYS;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "worklist.group." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
