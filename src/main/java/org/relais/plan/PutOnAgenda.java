package org.relais.plan;

import org.jspecify.annotations.Nullable;

import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;

/**
 * Puts a person on the agenda by hand.
 *
 * @param part given before
 * @param reason one line
 */
public record PutOnAgenda(
        MeetingPartId part, MeetingId meeting, @Nullable String reason) {}
