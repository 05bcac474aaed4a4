package org.relais.episode;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.access.Authority;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeEventId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * Something was done with an episode. Published within the transaction of the act: a synchronous listener that throws
 * undoes it. Listen to this interface for all, or to one of its records.
 */
public sealed interface EpisodeChange {

    Occurrence occurrence();

    EpisodeAct act();

    /** Codes and names for a line in the record; no free text but the note. Keys: unit, bed, reason, destination. */
    Map<String, String> detail();

    /**
     * What all changes have in common.
     *
     * @param source the id of the act, for lines that point back to it
     * @param at when it happened, which may be earlier than now
     * @param unitName the name of the unit at that time
     */
    record Occurrence(
            Authority authority,
            EpisodeEventId source,
            EpisodeId episode,
            PersonId person,
            CentreId centre,
            UnitId unit,
            String unitName,
            EpisodeKind kind,
            Instant at,
            @Nullable String note) {}

    /** An enquiry was noted. */
    record EpisodeOpened(Occurrence occurrence) implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.ENQUIRED;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", occurrence.unitName());
        }
    }

    /** The person was put on the waiting list, or their priority there changed. */
    record PersonWaiting(Occurrence occurrence, EpisodeAct act, Priority priority) implements EpisodeChange {

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", occurrence.unitName(), "priority", priority.name());
        }
    }

    /** The person was admitted, with or without a bed yet. */
    record PersonAdmitted(Occurrence occurrence, @Nullable BedId bed, String bedLabel) implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.ADMITTED;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", occurrence.unitName(), "bed", bedLabel);
        }
    }

    /** An outpatient follow-up began. */
    record OutpatientStarted(Occurrence occurrence) implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.OUTPATIENT_STARTED;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", occurrence.unitName());
        }
    }

    /** The person moved to another bed of the unit. */
    record BedChanged(Occurrence occurrence, BedId bed, String bedLabel) implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.BED_CHANGED;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", occurrence.unitName(), "bed", bedLabel);
        }
    }

    /**
     * The person goes to another unit. The occurrence is at the unit they come from.
     *
     * @param toEpisode the episode that goes on: the same one within a centre
     */
    record TransferredToUnit(
            Occurrence occurrence, CentreId toCentre, UnitId toUnit, String toUnitName, EpisodeId toEpisode)
            implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.TRANSFERRED;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", occurrence.unitName(), "to", toUnitName);
        }
    }

    /**
     * What a centre told the other one, once the person is there. The occurrence is at the unit they come to, which it
     * was written for.
     *
     * @param author who wrote it
     */
    record HandedOver(Occurrence occurrence, String fromUnitName, StaffId author, String text)
            implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.HANDED_OVER;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("unit", fromUnitName, "to", occurrence.unitName());
        }
    }

    /**
     * The episode ended.
     *
     * @param begunAt when the treatment began; null when it ended before that
     */
    record PersonDischarged(
            Occurrence occurrence,
            @Nullable Instant begunAt,
            EndReason reason,
            @Nullable Destination destination) implements EpisodeChange {

        @Override
        public EpisodeAct act() {
            return EpisodeAct.DISCHARGED;
        }

        @Override
        public Map<String, String> detail() {
            return destination == null
                    ? Map.of("unit", occurrence.unitName(), "reason", reason.name())
                    : Map.of("unit", occurrence.unitName(), "reason", reason.name(), "destination", destination.name());
        }
    }
}
