package org.relais.plan;

import java.time.Instant;

import org.relais.record.EntryRow;
import org.relais.shared.GoalId;
import org.relais.shared.StaffId;

/**
 * An act of the record that served a goal, cut to what the reader may see of it.
 *
 * @param entry never hidden; what may not be read of it is null or empty
 * @param linkedAt when it was linked to the goal
 */
public record GoalAct(GoalId goal, EntryRow entry, Instant linkedAt, StaffId linkedBy) {}
