package org.relais.uikit;

import java.util.OptionalInt;

/** A count beside a menu entry. Rooms implement it as a bean; it is asked once when the frame is drawn and must be cheap. */
public interface MenuBadge {

    /** The path of the menu entry it stands at. */
    String path();

    /** The number to show for the signed-in user; empty shows nothing. */
    OptionalInt count();

    /** Whether the count is about something overdue or alarming. */
    default boolean urgent() {
        return false;
    }
}
