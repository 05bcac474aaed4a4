package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ActionId;
import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.StaffId;

/**
 * An action to be written down for a goal. The fields are as typed and are checked by {@link PlanActions#add}.
 *
 * @param id given before, so that a double click adds one action
 * @param centre for which is written
 * @param title one line of up to 200 characters
 * @param dueOn a service day of the centre
 * @param byPerson whether the person does it themselves
 * @param owner who else does it; null: whoever writes it
 */
public record AddAction(
        ActionId id,
        GoalId goal,
        CentreId centre,
        @Nullable String title,
        @Nullable LocalDate dueOn,
        boolean byPerson,
        @Nullable StaffId owner) {}
