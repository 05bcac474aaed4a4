package org.relais.demo;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.plan.GoalDomain;
import org.relais.reintegration.ContactWay;
import org.relais.reintegration.TrackKind;

/** What a story does for somebody's way back. A goal is known by its words, a step by its key, a project by its kind. */
sealed interface BoardDeed extends Deed.OfBoard {

    /** A goal in the person's words. */
    record WriteGoal(String centre, GoalDomain domain, String words, String criterion) implements BoardDeed {}

    /** The person signs the goal, which has a step by now. */
    record AgreeGoal(String words) implements BoardDeed {}

    record Serve(String step, String goal) implements BoardDeed {}

    /** Something is asked of a partner, whose answer is awaited from now on. */
    record AskPartner(String step, String partner) implements BoardDeed {}

    record Remind(
            String step,
            ContactWay way,
            boolean reached,
            @Nullable String note) implements BoardDeed {}

    record BeginTrack(String centre, TrackKind kind, LocalDate since) implements BoardDeed {}

    record Reach(TrackKind kind, String milestone, LocalDate on) implements BoardDeed {}

    /** When the stay should end. */
    record PlanDischarge(LocalDate on) implements BoardDeed {}
}
