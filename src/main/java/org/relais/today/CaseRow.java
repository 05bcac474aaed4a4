package org.relais.today;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.PersonId;
import org.relais.worklist.CaseFlag;

/**
 * One person whom the reader follows.
 *
 * @param due what is most overdue or due next, for the reader; null when nothing is
 * @param more how many further things are due
 * @param flags what is worth knowing at a glance, the most pressing first
 */
public record CaseRow(
        PersonId person, PersonName name, @Nullable DayLine due, int more, List<CaseFlag> flags) {

    public CaseRow {
        flags = List.copyOf(flags);
    }

    /** How many service days late it is; 0 when it is not, or nothing is due. */
    public int daysLate() {
        return due == null ? 0 : Math.max(0, -due.daysLeft());
    }
}
