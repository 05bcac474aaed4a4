package org.relais.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.StayId;
import org.relais.shared.UnitId;

/**
 * A treatment as the indicators see it.
 *
 * @param unit in which it began
 * @param asked when the place was asked for: on the waiting list since, else the enquiry
 * @param waitingSince null when it came from no waiting list
 * @param priority on that list
 * @param arrived whether it goes on from an episode of another centre that a transfer ended
 * @param ended null while it goes on
 * @param stays in units, in their order; empty when nobody stayed overnight
 */
record CountedEpisode(
        EpisodeId id,
        CentreId centre,
        UnitId unit,
        @Nullable Instant asked,
        @Nullable Instant waitingSince,
        @Nullable Priority priority,
        boolean arrived,
        Instant opened,
        @Nullable Instant ended,
        @Nullable EndReason reason,
        List<InUnit> stays) {

    CountedEpisode {
        stays = List.copyOf(stays);
    }

    boolean endedByDeath() {
        return ended != null && reason == EndReason.DIED;
    }

    /**
     * Some time without a break in one unit, in whichever of its beds.
     *
     * @param id of its first row
     * @param keptSince since when its first bed was kept for the person; null when it was not
     */
    record InUnit(
            StayId id,
            UnitId unit,
            Instant begins,
            @Nullable Instant ends,
            @Nullable Instant keptSince) {

        /** Whether the other one goes on in the moment in which this one ends. */
        boolean goesOnIn(InUnit next) {
            return next.begins.equals(ends);
        }

        InUnit until(@Nullable Instant end) {
            return new InUnit(id, unit, begins, end, keptSince);
        }
    }

    /** From an admission to the discharge, through whichever units of the centre. */
    record Inpatient(CountedEpisode episode, InUnit first, InUnit last) {

        Instant begins() {
            return first.begins();
        }

        @Nullable
        Instant ends() {
            return last.ends();
        }

        /** Whether it lasts beyond that moment. */
        boolean lastsBeyond(Instant moment) {
            var end = ends();
            return end == null || end.isAfter(moment);
        }

        /** Whether the treatment began with it. */
        boolean beganEpisode() {
            return begins().equals(episode.opened());
        }
    }

    /** Its stays from an admission to a discharge each: a move from unit to unit ends none. */
    List<Inpatient> inpatient() {
        var found = new ArrayList<Inpatient>();
        for (var stay : stays) {
            if (!found.isEmpty() && found.getLast().last().goesOnIn(stay)) {
                found.add(new Inpatient(this, found.removeLast().first(), stay));
            } else {
                found.add(new Inpatient(this, stay, stay));
            }
        }
        return found;
    }
}
