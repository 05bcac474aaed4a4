package org.relais.access;

import java.time.Instant;

import org.relais.shared.CareRelationId;
import org.relais.shared.StaffId;

/** An access given to one member of staff for a time: to whom, by whom, why, and until when. */
public record GivenAccess(
        CareRelationId id, StaffId staff, StaffId givenBy, String reason, Instant from, Instant until) {}
