package org.relais.detox;

import java.time.Instant;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.escalation.ScheduledObservations;

/** Tells the rules of escalation which scales a running withdrawal asks for (E16). */
@Component
class ScheduledScales implements ScheduledObservations {

    private final DetoxTable table;
    private final Protocols protocols;

    ScheduledScales(DetoxTable table, Protocols protocols) {
        this.table = table;
        this.protocols = protocols;
    }

    @Override
    public boolean asksFor(Grant write, String instrument, Instant moment) {
        return table.of(write.people()).stream()
                .filter(row -> row.state() == DetoxState.ACTIVE
                        && !moment.isBefore(row.watchedFrom())
                        && write.centres().contains(row.centre()))
                .anyMatch(row -> protocols
                        .version(row.protocol(), row.protocolVersion())
                        .observation(instrument)
                        .isPresent());
    }
}
