package org.relais.aftercare;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.WayBackId;

/**
 * Somebody returned to use, as typed. The same id twice opens one way back.
 *
 * @param centre one in which the author takes part in the person's care
 * @param unit which takes the person in again; null where an episode goes on there
 * @param words what the person says, in their words, up to 2,000 characters
 * @param worker who sees to it; null: somebody of the centre
 */
public record OpenWayBack(
        WayBackId id,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable String words,
        @Nullable StaffId worker) {}
