package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.StaffId;

/**
 * When an episode should end.
 *
 * @param plannedOn a service day of the centre
 * @param daysLeft service days until then, 0 today, negative when it has passed
 * @param kind of the episode
 */
public record PlannedDischarge(
        EpisodeId episode,
        CentreId centre,
        EpisodeKind kind,
        LocalDate plannedOn,
        int daysLeft,
        Instant recordedAt,
        StaffId recordedBy) {}
