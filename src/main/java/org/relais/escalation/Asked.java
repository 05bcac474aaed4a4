package org.relais.escalation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;

/**
 * Who is asked to answer an alarm now, and what comes next without an answer.
 *
 * @param now who is asked, the first ones first; empty when nobody holds any function of the chain
 * @param until when the next ones are asked too; null when there are none
 * @param next who that is
 */
public record Asked(List<Called> now, @Nullable Instant until, List<Called> next) {

    public Asked {
        now = List.copyOf(now);
        next = List.copyOf(next);
    }

    /** Whether this member of staff is asked now. */
    public boolean asks(StaffId staff) {
        return now.stream().anyMatch(called -> called.staff().equals(staff));
    }

    /** A member of staff, asked for the function they hold. */
    public record Called(StaffFunction function, StaffId staff) {}
}
