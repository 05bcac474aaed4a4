package org.relais.agenda;

import java.util.List;

/**
 * A session of a group with those expected at it.
 *
 * @param attendees only for those who lead the group; nobody else learns who comes
 * @param expected how many members the group has
 */
public record GroupSession(AppointmentRow session, GroupRow group, List<Attendee> attendees, int expected) {
    public GroupSession {
        attendees = List.copyOf(attendees);
    }
}
