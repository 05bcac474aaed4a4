package org.relais.agenda;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.GroupId;
import org.relais.shared.StaffId;

/**
 * One group; it names none of its members.
 *
 * @param members how many there are
 * @param staff who leads it, the first one first
 * @param endedAt null while it goes on
 */
public record GroupRow(
        GroupId id,
        CentreId centre,
        String name,
        GroupEntry entry,
        int capacity,
        int members,
        Discipline discipline,
        List<StaffId> staff,
        int version,
        @Nullable Instant endedAt) {

    public GroupRow {
        staff = List.copyOf(staff);
    }

    /** Whether nobody more can become a member. */
    public boolean full() {
        return entry == GroupEntry.MEMBERS && members >= capacity;
    }

    GroupRow with(List<StaffId> leaders) {
        return new GroupRow(id, centre, name, entry, capacity, members, discipline, leaders, version, endedAt);
    }
}
