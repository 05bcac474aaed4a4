package org.relais.access;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;

/**
 * One emergency access, to be reviewed or reviewed.
 *
 * @param role in which it was used
 * @param centre whose coordinators review it
 * @param dueOn the service day of that centre by which it is reviewed
 * @param reviewedAt null until it is
 */
public record EmergencyReview(
        EmergencyId id,
        PersonId person,
        StaffId staff,
        Role role,
        CentreId centre,
        EmergencyReason reason,
        String explanation,
        Instant from,
        Instant until,
        LocalDate dueOn,
        @Nullable Instant reviewedAt,
        @Nullable StaffId reviewedBy,
        @Nullable EmergencyVerdict verdict,
        @Nullable String comment) {}
