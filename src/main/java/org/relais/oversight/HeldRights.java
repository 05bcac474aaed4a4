package org.relais.oversight;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.access.GivenRight;
import org.relais.staff.RightsHolder;

/**
 * What one member of staff holds.
 *
 * @param given beyond the role, as numbers
 * @param lastUsed when they last acted; null when the log knows of nothing
 * @param dormant whether the account is open and was not used for as long as the rule says
 */
public record HeldRights(
        RightsHolder holder, GivenRight given, @Nullable Instant lastUsed, boolean dormant) {}
