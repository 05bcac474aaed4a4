package org.relais.escalation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AlarmId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One alarm, already cut to what its reader may know.
 *
 * @param person as the list asked for them, or the surviving record
 * @param centre where its cause was recorded, and whose chain is asked
 * @param dueAt until when it should be answered
 * @param version counts up with every act; a command carries it
 * @param acknowledged null while nobody answered
 * @param resolved null while it is open
 * @param asked who is asked now; null unless it waits for an answer
 * @param matter null where the reader may know only that there is an alarm
 */
public record Alarm(
        AlarmId id,
        PersonId person,
        CentreId centre,
        Instant raisedAt,
        Instant dueAt,
        int version,
        @Nullable Answer acknowledged,
        @Nullable Answer resolved,
        @Nullable Asked asked,
        @Nullable Matter matter) {

    public AlarmState state() {
        return resolved != null
                ? AlarmState.RESOLVED
                : acknowledged != null ? AlarmState.ACKNOWLEDGED : AlarmState.RAISED;
    }

    Alarm asking(Asked now) {
        return new Alarm(id, person, centre, raisedAt, dueAt, version, acknowledged, resolved, now, matter);
    }

    /**
     * What it is about.
     *
     * @param rule the version it was raised by
     * @param readings what the rule saw
     * @param occurredAt when its cause was observed
     * @param raisedBy who recorded the cause; null for a background task
     * @param corrected whether the form that raised it was corrected since
     */
    public record Matter(
            EscalationRule rule,
            List<Reading> readings,
            Instant occurredAt,
            @Nullable StaffId raisedBy,
            boolean corrected) {

        public Matter {
            readings = List.copyOf(readings);
        }
    }

    /**
     * What was answered.
     *
     * @param by null for the system
     * @param note null where only the summary may be read, and for an acknowledgement
     */
    public record Answer(
            @Nullable StaffId by, Instant at, @Nullable String note) {}
}
