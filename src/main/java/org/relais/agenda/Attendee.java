package org.relais.agenda;

import org.relais.shared.PersonId;

/**
 * A member of a group at one of its sessions.
 *
 * @param version of what was noted, 0 when nothing was
 */
public record Attendee(PersonId person, AppointmentState state, int version) {}
