package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.MeetingId;
import org.relais.shared.UnitId;

/**
 * Opens a team meeting, with everybody on its agenda whose plan is due for review by then.
 *
 * @param id given before, so that a double click opens one
 * @param unit null: of the whole centre
 * @param heldOn a service day of the centre
 */
public record OpenMeeting(
        MeetingId id,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable LocalDate heldOn) {}
