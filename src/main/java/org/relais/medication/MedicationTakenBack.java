package org.relais.medication;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.medication.MedicationOrder.Stop;
import org.relais.record.EntryTakenBack;
import org.relais.shared.AdministrationId;

/**
 * Follows what was marked as entered in error in the record, in the same transaction: a dose is no longer counted, a
 * re-check is due again, an order no longer holds.
 */
@Component
class MedicationTakenBack {

    private final AdministrationTable doses;
    private final OrderTable orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MedicationTakenBack(AdministrationTable doses, OrderTable orders, ApplicationEventPublisher events, Clock clock) {
        this.doses = doses;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void entryTakenBack(EntryTakenBack event) {
        doses.byEntry(event.person(), event.entry())
                .filter(dose -> !dose.corrected())
                .ifPresent(dose -> takeBack(event.by(), dose));
        doses.takeBackRecheck(event.person(), event.entry(), clock.instant());
        orders.byEntry(event.person(), event.entry())
                .filter(order -> order.stop() == null || order.stop().replaced())
                .ifPresent(order -> orders.insertStop(
                        order.id(),
                        new Stop(clock.instant(), false, null, order.signedBy()),
                        clock.instant(),
                        event.entry()));
    }

    // Only their author takes entries back
    private void takeBack(Authority by, Administration dose) {
        if (dose.slot() != null) {
            doses.releaseSlot(dose.course(), dose.slot());
        }
        var id = AdministrationId.create();
        doses.insert(new Administration(
                id,
                dose.order(),
                dose.course(),
                dose.person(),
                dose.centre(),
                dose.unit(),
                dose.drug(),
                dose.kind(),
                Outcome.ENTERED_IN_ERROR,
                null,
                dose.orderedDose(),
                dose.slot(),
                null,
                null,
                null,
                null,
                dose.observedAt(),
                clock.instant(),
                dose.recordedBy(),
                dose.id(),
                false,
                dose.entry(),
                null));
        if (by instanceof Grant write) {
            events.publishEvent(new DoseNotGiven(
                    write,
                    dose.person(),
                    dose.centre(),
                    id,
                    dose.order(),
                    dose.kind(),
                    dose.drug().code(),
                    dose.drug().name(),
                    Outcome.ENTERED_IN_ERROR,
                    null,
                    dose.id(),
                    dose.observedAt()));
        }
    }
}
