package org.relais.medication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When the doses of an order are due. Pure: the time is given. On the day the clocks go forward a time that does not
 * exist is that much later; on the day they go back a time that comes twice is the first of the two.
 */
public final class DoseSchedule {

    private DoseSchedule() {}

    /** The scheduled doses of an order within a span, its first moment included, its last not; none of other kinds. */
    public static List<Slot> slots(MedicationOrder order, Instant from, Instant to, ZoneId zone) {
        var slots = new ArrayList<Slot>();
        // A time moved by the clock change may belong to the day before
        var last = to.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (var dose : doses(order, day, zone)) {
                var at = day.atTime(dose.at()).atZone(zone).toInstant();
                if (!at.isBefore(from) && at.isBefore(to) && order.inForceAt(at)) {
                    slots.add(new Slot(day, dose.at(), at, dose.dose()));
                }
            }
        }
        slots.sort(Comparator.comparing(Slot::at).thenComparing(Slot::time));
        return slots;
    }

    /** How a dose stands that nobody answered. */
    public static SlotStatus status(Instant at, Instant now, MedicationLimits limits) {
        if (now.isBefore(at.minus(limits.dueBefore()))) {
            return SlotStatus.NOT_DUE;
        }
        if (!now.isAfter(at.plus(limits.grace()))) {
            return SlotStatus.DUE;
        }
        return now.isAfter(at.plus(limits.missedAfter())) ? SlotStatus.MISSED : SlotStatus.OVERDUE;
    }

    private static List<DoseTime> doses(MedicationOrder order, LocalDate day, ZoneId zone) {
        return switch (order.regimen()) {
            case Regimen.Scheduled(var times) -> times;
            case Regimen.Taper(var days) -> {
                var number = (int) (day.toEpochDay()
                        - order.startsAt().atZone(zone).toLocalDate().toEpochDay());
                yield number < 0 || number >= days.size()
                        ? List.of()
                        : days.get(number).doses();
            }
            case Regimen.SymptomTriggered triggered -> List.of();
            case Regimen.AsNeeded needed -> List.of();
        };
    }
}
