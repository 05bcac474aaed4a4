package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.StaffId;

/**
 * A goal to be written down, as a draft. The fields are as typed and are checked by {@link Goals#add}.
 *
 * @param id given before, so that a double click adds one goal
 * @param centre for which is written
 * @param statement in the person's words, one line of up to 200 characters
 * @param criterion by what everybody sees that it is reached, up to 500 characters; needed when it is agreed
 * @param targetOn a service day of the centre
 * @param owner who looks after it; null: whoever writes it
 * @param reopens the closed goal of the same person that it takes up again; null for none
 */
public record AddGoal(
        GoalId id,
        CentreId centre,
        @Nullable GoalDomain domain,
        @Nullable String statement,
        @Nullable String criterion,
        @Nullable LocalDate targetOn,
        @Nullable StaffId owner,
        @Nullable GoalId reopens) {}
