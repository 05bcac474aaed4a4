package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.StepId;

/**
 * Adds a step, as typed. The same id twice adds once: a double click does nothing.
 *
 * @param id given when the form is opened
 * @param centre one in which the author takes part in the person's care
 * @param domain required; with a goal, the goal's
 * @param title one line, up to 200 characters; what readers of summaries see
 * @param dueOn required; a service day of the centre, from one year back to five years ahead
 * @param responsible required; a worker is active, works in the centre and may open the social section
 * @param goal the goal of the care plan it serves; null for none
 * @param partner the service outside through which it goes, one line of up to 120 characters; null or empty for none
 */
public record AddStep(
        StepId id,
        CentreId centre,
        @Nullable StepDomain domain,
        @Nullable String title,
        @Nullable LocalDate dueOn,
        @Nullable Responsible responsible,
        @Nullable GoalId goal,
        @Nullable String partner) {

    /** A step under no goal, without a partner. */
    public AddStep(
            StepId id,
            CentreId centre,
            @Nullable StepDomain domain,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            @Nullable Responsible responsible) {
        this(id, centre, domain, title, dueOn, responsible, null, null);
    }
}
