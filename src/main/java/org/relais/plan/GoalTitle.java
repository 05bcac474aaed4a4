package org.relais.plan;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.StaffId;

/**
 * A goal as those see it who read the plan as a summary.
 *
 * @param statement the line its author wrote
 */
public record GoalTitle(
        GoalId id,
        int number,
        Instant createdAt,
        StaffId createdBy,
        CentreId centre,
        GoalDomain domain,
        String statement) {}
