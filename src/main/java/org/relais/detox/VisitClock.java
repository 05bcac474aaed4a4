package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.relais.detox.VisitCourse.Expected;
import org.relais.detox.VisitCourse.State;
import org.relais.shared.ServiceDay;

/**
 * Who is expected when, and which visits were missed. Pure: derived from what was made, so that nothing depends on a job
 * having run. Counts in service days, so that a change of the clocks neither adds nor takes away a visit.
 *
 * @param start when the withdrawal began
 * @param watchedFrom when watching began, or began again after a pause: days before are not expected
 */
record VisitClock(VisitPlan plan, ServiceDay day, Instant start, Instant watchedFrom) {

    private static final int NEAR = 35;

    /**
     * @param contacts when something was made with the person, in any order
     * @param agreed the times agreed with them, in any order
     * @param knownFrom what came before is not known, and said nothing of; null when all is known
     */
    VisitCourse at(Collection<Instant> contacts, Collection<Instant> agreed, @Nullable Instant knownFrom, Instant now) {
        var today = day.of(now);
        var missed = new ArrayList<LocalDate>();
        for (var one = firstDay(knownFrom); one.isBefore(today); one = one.plusDays(1)) {
            if (expectedOn(one, agreed) && seen(contacts, one) == null) {
                missed.add(one);
            }
        }
        return new VisitCourse(today(contacts, agreed, today, now), missed, next(agreed, today));
    }

    private LocalDate firstDay(@Nullable Instant knownFrom) {
        var watched = day.of(watchedFrom);
        // Of the day of the oldest that is known, something may be unknown; but it was not missed
        return knownFrom == null || day.of(knownFrom).isBefore(watched) ? watched : day.of(knownFrom);
    }

    private boolean expectedOn(LocalDate one, Collection<Instant> agreed) {
        if (one.isBefore(day.of(watchedFrom))) {
            return false;
        }
        return plan.expectedOn(1 + day.daysUntil(one, start))
                || agreed.stream().anyMatch(at -> day.of(at).equals(one));
    }

    private @Nullable Expected today(
            Collection<Instant> contacts, Collection<Instant> agreed, LocalDate today, Instant now) {
        var seen = seen(contacts, today);
        if (seen != null) {
            return new Expected(seen, State.SEEN);
        }
        if (!expectedOn(today, agreed)) {
            return null;
        }
        var at = agreed.stream()
                .filter(one -> day.of(one).equals(today))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> usual(contacts, today));
        return new Expected(
                at, now.isAfter(at.plus(Duration.ofMinutes(plan.lateAfter()))) ? State.NOT_COME : State.EXPECTED);
    }

    // At the time of the last visit, as the clock on the wall shows it
    private Instant usual(Collection<Instant> contacts, LocalDate today) {
        var last = contacts.stream()
                .filter(at -> day.of(at).isBefore(today))
                .max(Comparator.naturalOrder())
                .orElse(start);
        var time = last.atZone(day.zone()).toLocalTime();
        var date = time.isBefore(day.cutOff()) ? today.plusDays(1) : today;
        var at = date.atTime(time).atZone(day.zone()).toInstant();
        // A change of the clocks about the beginning of the day may move it out of it
        return day.of(at).equals(today) ? at : day.endOf(today).minus(Duration.ofHours(1));
    }

    private @Nullable Instant seen(Collection<Instant> contacts, LocalDate one) {
        return contacts.stream()
                .filter(at -> day.of(at).equals(one))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate next(Collection<Instant> agreed, LocalDate today) {
        for (var days = 1; days <= NEAR; days++) {
            if (expectedOn(today.plusDays(days), agreed)) {
                return today.plusDays(days);
            }
        }
        return null;
    }
}
