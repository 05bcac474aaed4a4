package org.relais.staff;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * Enters a colleague and assigns them.
 *
 * @param id given by the caller, so that a second click enters the same colleague
 * @param username as the sign-in names them
 * @param centre where they work; may be missing for who administers or audits the whole house
 * @param unit null for the whole centre
 */
public record EnterColleague(
        StaffId id,
        @Nullable String username,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable Role role,
        @Nullable CentreId centre,
        @Nullable UnitId unit) {}
