package org.relais.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.MeetingPartId;
import org.relais.shared.PersonId;

/**
 * A person on the agenda of a team meeting. What was said of them is in their part, for whoever may read their plan.
 *
 * @param dueOn the day of the review that put them on it; null when somebody did
 * @param daysLeft service days from the meeting until then, negative when it was late
 * @param reason why somebody put them on it; null also where the person locked the plan
 * @param begun whether something was written
 * @param signed whether their part is signed
 */
public record MeetingLine(
        MeetingPartId part,
        PersonId person,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft,
        @Nullable String reason,
        boolean begun,
        boolean signed) {}
