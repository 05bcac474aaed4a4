package org.relais.aftercare;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.FollowUpContactId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A contact to be made, in a list across people.
 *
 * @param triedDays on how many different days somebody tried
 * @param lastTriedOn null while nobody did
 * @param daysLeft service days until the last one of the window, negative when it has passed
 * @param locked where the person locked the plan and somebody else sees to it: only that there is something
 */
public record DueContact(
        FollowUpContactId id,
        PersonId person,
        CentreId centre,
        UnitId unit,
        int months,
        LocalDate dueOn,
        LocalDate from,
        LocalDate until,
        @Nullable StaffId worker,
        int triedDays,
        @Nullable LocalDate lastTriedOn,
        int opensIn,
        int daysLeft,
        boolean locked) {

    /** How many days ago its window closed; 0 when it has not. */
    public int daysLate() {
        return daysLeft < 0 ? -daysLeft : 0;
    }

    /** The place in the list. */
    public AftercareCursor cursor() {
        return new AftercareCursor(until, id);
    }

    DueContact asLocked() {
        return new DueContact(
                id, person, centre, unit, months, dueOn, from, until, null, 0, null, opensIn, daysLeft, true);
    }
}
