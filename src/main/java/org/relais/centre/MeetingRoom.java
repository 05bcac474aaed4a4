package org.relais.centre;

import org.relais.shared.CentreId;
import org.relais.shared.MeetingRoomId;

/** A room of a centre in which people meet. */
public record MeetingRoom(MeetingRoomId id, CentreId centre, String name) {}
