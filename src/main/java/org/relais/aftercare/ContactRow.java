package org.relais.aftercare;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FollowUpContactId;
import org.relais.shared.FollowUpId;

/**
 * One planned contact with what was tried, the latest first.
 *
 * @param months after the exit
 * @param from the first day of the window
 * @param until the last one
 * @param opensIn service days until the window opens; 0 or negative once it has
 * @param daysLeft service days until the last one of the window: 0 on it, negative when it has passed
 * @param results what the person said, the version in force first; empty unless they were reached
 */
public record ContactRow(
        FollowUpContactId id,
        FollowUpId followUp,
        int months,
        LocalDate dueOn,
        LocalDate from,
        LocalDate until,
        ContactState state,
        @Nullable LocalDate closedOn,
        int version,
        int opensIn,
        int daysLeft,
        List<AttemptRow> attempts,
        List<ResultRow> results) {

    public ContactRow {
        attempts = List.copyOf(attempts);
        results = List.copyOf(results);
    }

    public boolean open() {
        return state == ContactState.OPEN;
    }

    /** Whether it may be made now. */
    public boolean due() {
        return open() && opensIn <= 0;
    }

    /** How many days ago its window closed, while it is open; 0 when it has not. */
    public int daysLate() {
        return open() && daysLeft < 0 ? -daysLeft : 0;
    }

    /** On how many different days somebody tried. */
    public int triedDays() {
        return (int) attempts.stream().map(AttemptRow::day).distinct().count();
    }

    ContactRow with(List<AttemptRow> tried, List<ResultRow> said) {
        return new ContactRow(
                id, followUp, months, dueOn, from, until, state, closedOn, version, opensIn, daysLeft, tried, said);
    }
}
