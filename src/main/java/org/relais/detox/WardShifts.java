package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import org.relais.assessment.LocalText;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * The shifts of a ward, as read from {@code rules/ward-shift} (domain reference B.7). Times are those of the centre's
 * clock, so that a shift is an hour shorter or longer when the clocks change.
 *
 * @param shifts of one day, in the order in which they begin
 * @param opensBefore from how many minutes before the change a hand-over may be signed
 * @param closesAfter until how many minutes after the change one that nobody gave may still be
 * @param receiveWithin after how many minutes without a receipt the charge nurse is told
 * @param lookBackHours how far back at most "since your last shift" goes
 * @param alsoTold the codes of the instruments whose last result is told beside those of the protocol
 */
public record WardShifts(
        RuleHeader rule,
        List<Shift> shifts,
        int opensBefore,
        int closesAfter,
        int receiveWithin,
        int lookBackHours,
        List<String> alsoTold)
        implements Rule {

    /** The code of the rule that applies where a country profile has none of its own, {@code WARD_SHIFTS_SE} say. */
    public static final String CODE = "WARD_SHIFTS";

    /** Where its versions are. */
    public static final RuleKind<WardShifts> KIND = new RuleKind<>("ward-shift", WardShifts.class, WardShifts::check);

    /**
     * @param begins on the centre's clock
     * @param name of the team that works in it, as in "day team to evening team"
     */
    public record Shift(String code, LocalTime begins, LocalText name) {}

    public WardShifts {
        shifts = List.copyOf(shifts);
        alsoTold = alsoTold == null ? List.of() : List.copyOf(alsoTold);
    }

    /** The last change of shifts at or before a moment. */
    public ShiftChange last(Instant moment, ZoneId zone) {
        return around(moment, zone).stream()
                .filter(change -> !change.at().isAfter(moment))
                .max(Comparator.comparing(ShiftChange::at))
                .orElseThrow();
    }

    /** The first change of shifts after a moment. */
    public ShiftChange next(Instant moment, ZoneId zone) {
        return around(moment, zone).stream()
                .filter(change -> change.at().isAfter(moment))
                .min(Comparator.comparing(ShiftChange::at))
                .orElseThrow();
    }

    /** When the shift ends to which somebody comes who opens their day now: shortly before a change, the next one. */
    public Instant endOfShift(Instant now, ZoneId zone) {
        return next(now.plus(Duration.ofMinutes(opensBefore)), zone).at();
    }

    /** Whether a hand-over of the change may be signed by who gives it. */
    public boolean opens(ShiftChange change, Instant now) {
        return !now.isBefore(change.at().minus(Duration.ofMinutes(opensBefore)));
    }

    /** Whether it is too late to give one. */
    public boolean closed(ShiftChange change, Instant now) {
        return now.isAfter(change.at().plus(Duration.ofMinutes(closesAfter)));
    }

    private List<ShiftChange> around(Instant moment, ZoneId zone) {
        var today = moment.atZone(zone).toLocalDate();
        var begins = new ArrayList<Begin>();
        for (var day = today.minusDays(2); !day.isAfter(today.plusDays(2)); day = day.plusDays(1)) {
            for (var shift : shifts) {
                begins.add(new Begin(day.atTime(shift.begins()).atZone(zone).toInstant(), shift));
            }
        }
        var changes = new ArrayList<ShiftChange>();
        for (var number = 1; number < begins.size(); number++) {
            var before = begins.get(number - 1);
            var after = begins.get(number);
            changes.add(new ShiftChange(after.at(), before.shift(), after.shift(), before.at()));
        }
        return changes;
    }

    private void check() {
        hold(shifts.size() > 1, "A day has at least two shifts");
        hold(opensBefore >= 0 && closesAfter > 0 && receiveWithin > 0 && lookBackHours > 0, "A time is not positive");
        hold(new HashSet<>(shifts.stream().map(Shift::code).toList()).size() == shifts.size(), "A shift stands twice");
        for (var number = 1; number < shifts.size(); number++) {
            hold(
                    shifts.get(number - 1).begins().isBefore(shifts.get(number).begins()),
                    "The shifts do not stand in their order");
        }
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }

    private record Begin(Instant at, Shift shift) {}
}
