package org.relais.demo;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.plan.GoalDomain;

/** Something done about a person's plan by whoever reviews it. */
sealed interface ReviewDeed extends Deed.OfReview {

    /** A goal agreed with the person, with one step of the colleague who writes it. */
    record AgreeGoal(
            String centre,
            GoalDomain domain,
            String statement,
            String criterion,
            LocalDate target,
            String step,
            LocalDate stepDue)
            implements ReviewDeed {}

    /** @param with the user name of a colleague who takes part */
    record HoldReview(String centre, String words, String with, LocalDate next) implements ReviewDeed {}

    /**
     * On the agenda of the unit's team meeting of that day.
     *
     * @param said null while nothing was written
     * @param owner the user name of who sees to what was decided; null when nothing was
     */
    record TalkAbout(
            Ward ward,
            LocalDate on,
            String reason,
            @Nullable String said,
            @Nullable String decision,
            @Nullable String owner,
            @Nullable LocalDate due,
            boolean signed)
            implements ReviewDeed {}

    /** The minutes of the unit's team meeting of that day are signed. */
    record SignMinutes(Ward ward, LocalDate on) implements ReviewDeed {}
}
