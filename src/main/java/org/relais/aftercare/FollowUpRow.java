package org.relais.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.FollowUpId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * What was agreed at one exit, and the contacts it led to.
 *
 * @param exitOn the service day of the centre
 * @param running whether contacts are to be made
 * @param ending why none is to be made any more; null while some are, and where none ever was
 * @param worker who makes them; null: somebody of the unit
 * @param contacts by month; empty unless the person agreed
 */
public record FollowUpRow(
        FollowUpId id,
        PersonId person,
        CentreId centre,
        UnitId unit,
        EpisodeId episode,
        LocalDate exitOn,
        FollowUpAnswer answer,
        boolean running,
        @Nullable FollowUpEnding ending,
        @Nullable StaffId worker,
        int ruleVersion,
        int version,
        StaffId createdBy,
        Instant changedAt,
        StaffId changedBy,
        List<ContactRow> contacts) {

    public FollowUpRow {
        contacts = List.copyOf(contacts);
    }

    /** Whether this member of staff wrote it, or makes the contacts: a lock leaves them what it says. */
    boolean concerns(StaffId staff) {
        return createdBy.equals(staff) || staff.equals(worker);
    }

    FollowUpRow with(List<ContactRow> planned) {
        return new FollowUpRow(
                id,
                person,
                centre,
                unit,
                episode,
                exitOn,
                answer,
                running,
                ending,
                worker,
                ruleVersion,
                version,
                createdBy,
                changedAt,
                changedBy,
                planned);
    }
}
