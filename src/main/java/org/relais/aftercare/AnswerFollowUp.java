package org.relais.aftercare;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FollowUpId;
import org.relais.shared.StaffId;

/**
 * What the person said when they were asked, or that they changed their mind.
 *
 * @param answer agreed or declined
 * @param worker who makes the contacts; null: somebody of the unit
 */
public record AnswerFollowUp(
        FollowUpId followUp,
        int expectedVersion,
        FollowUpAnswer answer,
        @Nullable StaffId worker) {}
