package org.relais.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/**
 * When a centre reviews a plan next.
 *
 * @param dueOn a service day of the centre
 * @param daysLeft service days until then, 0 today, negative when it is late
 * @param version to be sent back with a change
 */
public record ReviewDate(CentreId centre, LocalDate dueOn, int daysLeft, int version, Instant setAt, StaffId setBy) {

    /** Whether its day has passed. */
    public boolean overdue() {
        return daysLeft < 0;
    }
}
