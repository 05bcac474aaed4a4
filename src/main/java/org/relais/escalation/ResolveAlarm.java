package org.relais.escalation;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AlarmId;

/**
 * Says what was done about an alarm, and closes it.
 *
 * @param expectedVersion the version on the screen
 * @param note required, up to 20,000 characters; stands in the record
 */
public record ResolveAlarm(
        AlarmId alarm, int expectedVersion, @Nullable String note) {}
