package org.relais.escalation;

import org.relais.shared.AlarmId;

/**
 * Says that the actor saw an alarm and sees to it.
 *
 * @param expectedVersion the version on the screen
 */
public record AcknowledgeAlarm(AlarmId alarm, int expectedVersion) {}
