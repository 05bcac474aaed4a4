package org.relais.agenda;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GroupId;
import org.relais.shared.StaffId;

/**
 * Opens a group, as typed. The same id twice opens once.
 *
 * @param centre one of the actor's
 * @param name one line, up to 120 characters; names nobody
 * @param entry required
 * @param capacity how many can take part, 1 to 200; required
 * @param staff who leads it, at least one
 */
public record OpenGroup(
        GroupId id,
        CentreId centre,
        @Nullable String name,
        @Nullable GroupEntry entry,
        @Nullable Integer capacity,
        List<StaffId> staff) {

    public OpenGroup {
        staff = List.copyOf(staff);
    }
}
