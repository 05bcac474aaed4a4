package org.relais.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.WayBackId;

/**
 * A way back after a return to use.
 *
 * @param unit the unit that wrote it; null: the whole centre
 * @param episode the enquiry it opened; null where an episode goes on
 * @param dueOn the last service day on which the person is to be seen
 * @param daysLeft service days until then, negative when it has passed
 * @param appointmentOn null while none is booked
 * @param later whether the person could not come by the due day
 * @param open whether something is left to do
 * @param partners who was told of it, the latest first
 */
public record WayBackRow(
        WayBackId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable EpisodeId episode,
        @Nullable String words,
        LocalDate dueOn,
        int daysLeft,
        @Nullable StaffId worker,
        @Nullable AppointmentId appointment,
        @Nullable LocalDate appointmentOn,
        boolean later,
        @Nullable LocalDate seenOn,
        @Nullable LocalDate planRevisedOn,
        boolean open,
        @Nullable String endReason,
        int version,
        Instant createdAt,
        StaffId createdBy,
        List<Partner> partners) {

    public WayBackRow {
        partners = List.copyOf(partners);
    }

    /** A partner who was told of it. */
    public record Partner(String organisation, String words, Instant at, StaffId by) {}

    boolean concerns(StaffId staff) {
        return createdBy.equals(staff) || staff.equals(worker);
    }

    WayBackRow with(List<Partner> told) {
        return new WayBackRow(
                id,
                person,
                centre,
                unit,
                episode,
                words,
                dueOn,
                daysLeft,
                worker,
                appointment,
                appointmentOn,
                later,
                seenOn,
                planRevisedOn,
                open,
                endReason,
                version,
                createdAt,
                createdBy,
                told);
    }
}
