package org.relais.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.ClosedDay;
import org.relais.centre.WorkingDays;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;

/** Turns the local days and times of a centre into instants, and knows on which days it is closed. */
@Component
class CentreCalendar {

    private static final String DAY = "day";

    private final Centres centres;
    private final WorkingDays workingDays;
    private final RuleInForce<AppointmentTerms> terms;
    private final Clock clock;

    CentreCalendar(Centres centres, WorkingDays workingDays, RuleInForce<AppointmentTerms> terms, Clock clock) {
        this.centres = centres;
        this.workingDays = workingDays;
        this.terms = terms;
        this.clock = clock;
    }

    ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }

    /** The calendar day it is at the centre. */
    LocalDate today(CentreId centre) {
        return LocalDate.ofInstant(clock.instant(), zone(centre));
    }

    Instant startOf(CentreId centre, LocalDate day) {
        return day.atStartOfDay(zone(centre)).toInstant();
    }

    /** The end of the working day that is so many after now. */
    LocalDate workingDayAfter(CentreId centre, int days) {
        return workingDays.after(centres.centre(centre), clock.instant(), days);
    }

    Instant endOf(CentreId centre, LocalDate serviceDay) {
        return centres.centre(centre).serviceDay().endOf(serviceDay);
    }

    /**
     * One time.
     *
     * @throws InvalidInput at {@code day} when the centre is closed or the day too far away, at {@code time} when the
     *     clocks leave it out
     */
    Slot slot(CentreId centre, LocalDate day, LocalTime time, int minutes) {
        requireWithin(centre, day);
        requireOpen(centre, day);
        return at(zone(centre), day, time, minutes);
    }

    /**
     * A series, in the centre's local time: ten o'clock stays ten o'clock when the clocks change. Days on which the
     * centre is closed are left out, but the first one must not be.
     *
     * @throws InvalidInput as {@link #slot}, and at {@code repeat} when the recurrence makes no sense
     */
    Series series(CentreId centre, LocalDate first, LocalTime time, int minutes, Recurrence repeat) {
        var term = terms.now();
        check(repeat, first, term);
        var slots = new ArrayList<Slot>();
        var leftOut = new ArrayList<LocalDate>();
        slots.add(slot(centre, first, time, minutes));
        var day = first.plusWeeks(repeat.everyWeeks());
        while (!ended(repeat, day, slots.size()) && slots.size() <= term.mostTimes()) {
            if (closed(centre, day).isPresent()) {
                leftOut.add(day);
            } else {
                requireWithin(centre, day);
                slots.add(at(zone(centre), day, time, minutes));
            }
            day = day.plusWeeks(repeat.everyWeeks());
        }
        if (slots.size() > term.mostTimes()) {
            throw new InvalidInput("repeat", "agenda.error.too-many-times", term.mostTimes());
        }
        return new Series(slots, leftOut);
    }

    /** Why the centre is closed on a day; empty when it is open. */
    Optional<CentreClosed> closed(CentreId id, LocalDate day) {
        var centre = centres.centre(id);
        var own = centres.closedDays(id).stream()
                .filter(closed -> closed.day().equals(day))
                .map(ClosedDay::reason)
                .findFirst();
        if (own.isPresent()) {
            return Optional.of(new CentreClosed(day, own.get()));
        }
        return keepsWeekends(centre) && !workingDays.isWorkingDay(centre, day)
                ? Optional.of(new CentreClosed(day, null))
                : Optional.empty();
    }

    private boolean keepsWeekends(Centre centre) {
        return !terms.now().openAllDays().contains(centre.kind());
    }

    private void requireOpen(CentreId centre, LocalDate day) {
        closed(centre, day).ifPresent(closed -> {
            throw closed;
        });
    }

    private void requireWithin(CentreId centre, LocalDate day) {
        var term = terms.now();
        var today = today(centre);
        if (day.isBefore(today.minusDays(term.backDays()))) {
            throw new InvalidInput(DAY, "agenda.error.too-long-ago", term.backDays());
        }
        if (day.isAfter(today.plusDays(term.aheadDays()))) {
            throw new InvalidInput(DAY, "agenda.error.too-far-ahead", term.aheadDays());
        }
    }

    private static void check(Recurrence repeat, LocalDate first, AppointmentTerms term) {
        if (repeat.everyWeeks() < 1 || repeat.everyWeeks() > term.mostWeeksApart()) {
            throw new InvalidInput("everyWeeks", "agenda.error.weeks-apart", term.mostWeeksApart());
        }
        if ((repeat.until() == null) == (repeat.times() == null)) {
            throw new InvalidInput("repeat", "agenda.error.one-end");
        }
        if (repeat.until() != null && !repeat.until().isAfter(first)) {
            throw new InvalidInput("until", "agenda.error.until-before");
        }
        if (repeat.times() != null && (repeat.times() < 2 || repeat.times() > term.mostTimes())) {
            throw new InvalidInput("times", "agenda.error.times", term.mostTimes());
        }
    }

    private static boolean ended(Recurrence repeat, LocalDate day, int booked) {
        return ended(repeat.until(), day) || (repeat.times() != null && booked >= repeat.times());
    }

    private static boolean ended(@Nullable LocalDate until, LocalDate day) {
        return until != null && day.isAfter(until);
    }

    // A local time that the clocks leave out is moved by the library; nothing is repaired in silence here
    private static Slot at(ZoneId zone, LocalDate day, LocalTime time, int minutes) {
        var start = day.atTime(time).atZone(zone);
        if (!start.toLocalTime().equals(time)) {
            throw new InvalidInput("time", "agenda.error.no-such-time");
        }
        var startsAt = start.toInstant();
        return new Slot(day, startsAt, startsAt.plus(Duration.ofMinutes(minutes)));
    }

    /** The times of a series, and the days on which the centre is closed. */
    record Series(List<Slot> slots, List<LocalDate> leftOut) {}
}
