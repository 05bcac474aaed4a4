package org.relais.plan;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.GoalId;
import org.relais.shared.StaffId;

/**
 * What is done for a goal, cut to what the reader may see.
 *
 * @param level how much of it is here; never hidden
 * @param source the room's own row; null below the full level
 * @param title null at the level of existence
 * @param owner null below the full level, and when it is the person or somebody outside
 * @param dueOn a service day of the centre; null below the full level
 * @param daysLeft service days until it is due, negative when it is late; null below the full level
 */
public record GoalStepRow(
        GoalId goal,
        EntryLevel level,
        @Nullable UUID source,
        Section section,
        Discipline discipline,
        CentreId centre,
        @Nullable String title,
        @Nullable StaffId owner,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft,
        GoalStepState state) {

    /** Whether it is open and its due day has passed (domain reference F.2). */
    public boolean overdue() {
        return state.open() && daysLeft != null && daysLeft < 0;
    }
}
