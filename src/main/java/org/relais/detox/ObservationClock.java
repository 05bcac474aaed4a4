package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.detox.ObservationCourse.Slot;
import org.relais.detox.ObservationEvent.Completed;
import org.relais.detox.ObservationEvent.Dosed;
import org.relais.detox.ObservationEvent.Omitted;

/**
 * When an observation is due, overdue or missed (domain reference B.3), from what was done. Pure: the same facts at the
 * same moment always give the same course, on every node and after every restart. Counts in whole minutes; instants are
 * counted, so that a change of the clocks lengthens or shortens nothing.
 */
final class ObservationClock {

    private final ObservationTiming timing;
    private final PlannedObservation planned;
    private final Instant start;

    /** @param start when watching began, or began again; what happened before does not count */
    ObservationClock(ObservationTiming timing, PlannedObservation planned, Instant start) {
        this.timing = timing;
        this.planned = planned;
        this.start = minute(start);
    }

    /** Where the observation stands now; events that lie ahead do not count. */
    ObservationCourse at(Collection<? extends ObservationEvent> events, Instant moment) {
        return run(new Run(start.plus(Duration.ofMinutes(planned.firstAfter()))), events, start, minute(moment));
    }

    /** The same where only the latest events are known: nothing is said of what came before the first result of them. */
    ObservationCourse resumed(Collection<? extends ObservationEvent> latest, Instant moment) {
        var first = latest.stream()
                .filter(Completed.class::isInstance)
                .map(event -> minute(event.at()))
                .min(Comparator.naturalOrder())
                .filter(at -> !at.isBefore(start));
        return first.isEmpty() ? at(latest, moment) : run(new Run(first.get()), latest, first.get(), minute(moment));
    }

    private ObservationCourse run(Run run, Collection<? extends ObservationEvent> events, Instant from, Instant now) {
        events.stream()
                .filter(event -> !minute(event.at()).isBefore(from)
                        && !minute(event.at()).isAfter(now))
                .sorted(Comparator.comparing(ObservationEvent::at))
                .forEach(run::accept);
        run.miss(now);
        return run.course(now);
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    /** What is known while the events are gone through in their order. */
    private final class Run {

        private final List<Slot> past = new ArrayList<>();
        private final List<@Nullable String> bands = new ArrayList<>();
        private Instant dueAt;
        private Duration interval;
        private int omittedInRow;

        Run(Instant dueAt) {
            this.dueAt = dueAt;
            this.interval = planned.shortest();
        }

        void accept(ObservationEvent event) {
            var at = minute(event.at());
            miss(at);
            switch (event) {
                case Completed completed -> complete(completed, at);
                case Omitted omitted -> omit(omitted.kind(), at);
                case Dosed dosed -> dose(at);
            }
        }

        /** Closes what was not made in time; the next one is due an interval after the one that was missed. */
        void miss(Instant now) {
            while (now.isAfter(dueAt.plus(interval))) {
                past.add(new Slot(dueAt, dueAt.plus(interval), SlotOutcome.MISSED));
                dueAt = dueAt.plus(interval);
                omittedInRow++;
            }
        }

        private void complete(Completed completed, Instant at) {
            var late = at.isAfter(dueAt.plus(timing.grace(interval)));
            past.add(new Slot(dueAt, at, late ? SlotOutcome.LATE : SlotOutcome.ON_TIME));
            bands.add(completed.band());
            omittedInRow = 0;
            next(at, planned.interval(bands, Duration.between(start, at)));
        }

        private void omit(OmissionKind kind, Instant at) {
            var usual = planned.interval(bands, Duration.between(start, at));
            switch (kind) {
                case REFUSED -> {
                    past.add(new Slot(dueAt, at, SlotOutcome.REFUSED));
                    omittedInRow++;
                    var again = Duration.ofMinutes(timing.refusedAgainAfter());
                    next(at, usual.compareTo(again) < 0 ? usual : again);
                }
                case ASLEEP -> {
                    past.add(new Slot(dueAt, at, SlotOutcome.ASLEEP));
                    next(at, usual);
                }
            }
        }

        private void dose(Instant at) {
            var rule = planned.afterDose();
            if (rule != null && rule.applies(bands.isEmpty() ? null : bands.getLast())) {
                var after = Duration.ofMinutes(rule.minutes());
                if (at.plus(after).isBefore(dueAt)) {
                    next(at, after);
                }
            }
        }

        private void next(Instant from, Duration until) {
            dueAt = from.plus(until);
            interval = until;
        }

        ObservationCourse course(Instant now) {
            var grace = timing.grace(interval);
            var status = now.isBefore(dueAt.minus(Duration.ofMinutes(timing.dueBefore())))
                    ? ObservationStatus.NOT_DUE
                    : now.isAfter(dueAt.plus(grace)) ? ObservationStatus.OVERDUE : ObservationStatus.DUE;
            return new ObservationCourse(past, dueAt, grace, interval, status, omittedInRow);
        }
    }
}
