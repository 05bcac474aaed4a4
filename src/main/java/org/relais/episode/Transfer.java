package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.TransferId;
import org.relais.shared.UnitId;

/**
 * One transfer between two centres, as both ends see it: for good, or for a time, when the person is a guest of the
 * other unit and the episode stays where it is.
 *
 * @param version to send back with the next act
 * @param name as the asking centre named the person
 * @param episode the one that the arrival ends; of a guest, the one that goes on
 * @param wishedOn the day the asking centre would like; of a guest, the first day
 * @param untilOn the last day of a guest; null for good
 * @param handOver what the asking centre tells the other one; empty for that one once it refused, or was not needed
 * @param expectedOn the day the other centre said; null until accepted
 * @param bed the bed thought of; occupied only by the arrival
 * @param ended when it arrived, was refused or withdrawn, and by whom
 * @param reason of a refusal, a withdrawal or an early end; null when the episode ended otherwise
 * @param next the episode that the arrival opened
 */
public record Transfer(
        TransferId id,
        long version,
        PersonName name,
        EpisodeId episode,
        CentreId fromCentre,
        UnitId fromUnit,
        CentreId toCentre,
        UnitId toUnit,
        LocalDate wishedOn,
        @Nullable LocalDate untilOn,
        String handOver,
        TransferState state,
        Step asked,
        @Nullable LocalDate expectedOn,
        @Nullable BedId bed,
        @Nullable Step accepted,
        @Nullable Step ended,
        @Nullable String reason,
        @Nullable EpisodeId next) {

    public PersonId person() {
        return name.person();
    }

    /** Whether it is for a time. */
    public boolean asGuest() {
        return untilOn != null;
    }

    /** The beginning of its keys in the bundles. */
    public String key() {
        return asGuest() ? "episode.guest" : "episode.transfer";
    }

    /** As it stands on a day: the days of a guest begin and end by themselves. */
    Transfer on(LocalDate day) {
        var last = untilOn;
        if (last == null || !state.live()) {
            return this;
        }
        if (day.isAfter(last)) {
            return standing(TransferState.ENDED, handOver);
        }
        return state == TransferState.ACCEPTED && !day.isBefore(wishedOn)
                ? standing(TransferState.PRESENT, handOver)
                : this;
    }

    /** As the asked centre keeps it when nothing came of it: without what it was told of the person's care. */
    Transfer withoutHandOver() {
        return standing(state, "");
    }

    private Transfer standing(TransferState now, String told) {
        return new Transfer(
                id,
                version,
                name,
                episode,
                fromCentre,
                fromUnit,
                toCentre,
                toUnit,
                wishedOn,
                untilOn,
                told,
                now,
                asked,
                expectedOn,
                bed,
                accepted,
                ended,
                reason,
                next);
    }

    /** Who did it, and when. */
    public record Step(Instant at, StaffId by) {}
}
