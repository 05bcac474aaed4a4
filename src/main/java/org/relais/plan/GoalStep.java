package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.StaffId;

/**
 * Something a room does for a goal, as it stands now.
 *
 * @param source the room's own row
 * @param section the row of the policy matrix that guards it
 * @param title one line by its author, up to 200 characters
 * @param owner the member of staff who sees to it; null when it is the person or somebody outside
 * @param dueOn a service day of the centre
 */
public record GoalStep(
        GoalId goal,
        Id source,
        Section section,
        Discipline discipline,
        CentreId centre,
        String title,
        @Nullable StaffId owner,
        LocalDate dueOn,
        GoalStepState state) {}
