package org.relais.demo;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.escalation.AcknowledgeAlarm;
import org.relais.escalation.AlarmState;
import org.relais.escalation.Escalations;
import org.relais.escalation.ResolveAlarm;

/** Answers the alarms that the past year's observations raised. Those of the last half day wait for whoever comes. */
@Component
@ConditionalOnProperty("relais.demonstration")
class AlarmAnswers {

    private static final Duration WAITING = Duration.ofHours(12);
    private static final int MOST = 10;
    private static final String DONE =
            "Médecin informée, vue au chevet. Surveillance rapprochée, dose selon la prescription.";

    private final Escalations escalations;
    private final DemonstrationClock clock;

    AlarmAnswers(Escalations escalations, DemonstrationClock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    /** @param write a grant to write in the medical section */
    void answer(Grant write, Instant at) {
        if (at.isAfter(clock.today().minus(WAITING))) {
            return;
        }
        escalations.history(write, null, MOST).rows().stream()
                .filter(alarm -> alarm.state() == AlarmState.RAISED)
                .forEach(alarm -> {
                    var seen = escalations.acknowledge(write, new AcknowledgeAlarm(alarm.id(), alarm.version()));
                    escalations.resolve(write, new ResolveAlarm(seen.id(), seen.version(), DONE));
                });
    }
}
