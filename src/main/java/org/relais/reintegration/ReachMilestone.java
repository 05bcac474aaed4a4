package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.MilestoneId;
import org.relais.shared.TrackId;

/**
 * Says on which day a milestone was reached; what was said before stays. The same id twice says it once.
 *
 * @param reachedOn a service day, neither ahead nor before the days are counted; null: it was not reached after all
 * @param note one line of up to 200 characters
 */
public record ReachMilestone(
        MilestoneId id,
        TrackId track,
        String code,
        @Nullable LocalDate reachedOn,
        @Nullable String note) {}
