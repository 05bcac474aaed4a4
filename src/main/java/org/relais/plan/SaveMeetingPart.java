package org.relais.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.DecisionId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.StaffId;

/**
 * Saves what is said of one person, as typed; a decision without a title is left out.
 *
 * @param expectedVersion the version on the screen
 * @param said up to 4,000 characters
 */
public record SaveMeetingPart(
        MeetingPartId part, int expectedVersion, @Nullable String said, List<Decided> decisions) {

    public SaveMeetingPart {
        decisions = List.copyOf(decisions);
    }

    /** @param title up to 200 characters */
    public record Decided(
            DecisionId id,
            @Nullable String title,
            @Nullable StaffId owner,
            @Nullable LocalDate dueOn) {}
}
