package org.relais.detox;

import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Grant;
import org.relais.record.EntryTakenBack;

/**
 * Follows what was marked as entered in error in the record, in the same transaction: a refusal moves the clock no more,
 * and the boards are told, whatever it was.
 */
@Component
class DetoxTakenBack {

    private final DetoxTable table;
    private final ApplicationEventPublisher events;

    DetoxTakenBack(DetoxTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void entryTakenBack(EntryTakenBack event) {
        table.takeBackOmission(event.person(), event.entry());
        var people = event.by() instanceof Grant write ? write.people() : Set.of(event.person());
        table.of(people).stream()
                .filter(row -> row.state() == DetoxState.ACTIVE)
                .forEach(row -> events.publishEvent(new WardChanged(row.centre())));
    }
}
