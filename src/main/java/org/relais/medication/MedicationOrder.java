package org.relais.medication;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A signed order. It never changes; only its end may come earlier.
 *
 * @param course the first order of the chain of replacements it belongs to; its own id when it replaced none
 * @param replaces the order it replaced
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param endsAt the first moment at which it is no longer valid; null when it was signed without an end
 * @param stop when it was stopped or replaced; null while neither
 */
public record MedicationOrder(
        OrderId id,
        OrderId course,
        @Nullable OrderId replaces,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        OrderedDrug drug,
        Regimen regimen,
        String indication,
        boolean prophylaxis,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String note,
        Instant signedAt,
        StaffId signedBy,
        EntryId entry,
        @Nullable Stop stop) {

    /**
     * The end of an order before its time.
     *
     * @param at the first moment at which it is no longer valid
     * @param replaced whether another order stands in its place
     * @param reason when it was stopped
     */
    public record Stop(
            Instant at, boolean replaced, @Nullable String reason, StaffId by) {}

    /** The first moment at which it is no longer valid; null for none. */
    public @Nullable Instant until() {
        if (stop == null) {
            return endsAt;
        }
        return endsAt == null || stop.at().isBefore(endsAt) ? stop.at() : endsAt;
    }

    /** Whether a dose may be given from it at this moment. */
    public boolean inForceAt(Instant moment) {
        var until = until();
        return !moment.isBefore(startsAt) && (until == null || moment.isBefore(until));
    }

    /** Whether it will be in force later, or is. */
    public boolean endedAt(Instant moment) {
        var until = until();
        return until != null && !moment.isBefore(until);
    }
}
