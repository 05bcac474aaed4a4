package org.relais.access;

import java.time.Instant;
import java.util.Set;

import org.relais.shared.StaffId;

/**
 * That a person is known to named members of staff only.
 *
 * @param reason why, in the words of who decided it
 */
public record Protection(String reason, Instant since, StaffId decidedBy, Set<StaffId> named) {

    public Protection {
        named = Set.copyOf(named);
    }
}
