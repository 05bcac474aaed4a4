package org.relais.aftercare;

import java.time.LocalDate;
import java.util.List;

/**
 * A person's follow-ups, cut to what the reader may see.
 *
 * @param followUps in full, the latest exit first
 * @param plannedDays for readers of summaries: the days of contacts to be made, and nothing of what came of any
 * @param elsewhere how many there are that do not show: not shared, or locked by the person
 */
public record FollowUpList(List<FollowUpRow> followUps, List<LocalDate> plannedDays, int elsewhere) {

    public FollowUpList {
        followUps = List.copyOf(followUps);
        plannedDays = List.copyOf(plannedDays);
    }
}
