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
 * One transfer between two centres, as both ends see it.
 *
 * @param version to send back with the next act
 * @param name as the asking centre named the person
 * @param episode the one that the arrival ends
 * @param wishedOn the day the asking centre would like
 * @param handOver what the asking centre tells the other one; empty for that one once it refused, or was not needed
 * @param expectedOn the day the other centre said; null until accepted
 * @param bed the bed thought of; occupied only by the arrival
 * @param ended when it arrived, was refused or withdrawn, and by whom
 * @param reason of a refusal or a withdrawal; null when the episode ended otherwise
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

    /** As the asked centre keeps it when nothing came of it: without what it was told of the person's care. */
    Transfer withoutHandOver() {
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
                "",
                state,
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
