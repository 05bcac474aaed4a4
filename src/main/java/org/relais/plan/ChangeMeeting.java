package org.relais.plan;

import java.util.List;
import java.util.Set;

import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.StaffId;

/**
 * Who is present, and in which order the people are talked about.
 *
 * @param expectedVersion the version on the screen
 * @param order the parts on the screen; one that is missing follows at the end
 */
public record ChangeMeeting(MeetingId meeting, int expectedVersion, Set<StaffId> present, List<MeetingPartId> order) {

    public ChangeMeeting {
        present = Set.copyOf(present);
        order = List.copyOf(order);
    }
}
