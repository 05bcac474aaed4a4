package org.relais.centre;

import org.relais.shared.BedId;
import org.relais.shared.RoomId;
import org.relais.shared.UnitId;

/**
 * One bed.
 *
 * @param roomName the name of its room, such as {@code 301}
 * @param name the bed's name within the room, such as {@code A}
 */
public record Bed(BedId id, RoomId room, String roomName, UnitId unit, String name) {

    /** Room and bed as said on the ward: {@code 301A}. */
    public String label() {
        return roomName + name;
    }
}
