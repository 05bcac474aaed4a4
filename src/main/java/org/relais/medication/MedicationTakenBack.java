package org.relais.medication;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.medication.MedicationOrder.Stop;
import org.relais.record.EntryTakenBack;
import org.relais.shared.AdministrationId;

/**
 * Follows what was marked as entered in error in the record, in the same transaction: a dose is no longer counted, an
 * order no longer holds.
 */
@Component
class MedicationTakenBack {

    private final AdministrationTable doses;
    private final OrderTable orders;
    private final Clock clock;

    MedicationTakenBack(AdministrationTable doses, OrderTable orders, Clock clock) {
        this.doses = doses;
        this.orders = orders;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void entryTakenBack(EntryTakenBack event) {
        doses.byEntry(event.person(), event.entry())
                .filter(dose -> !dose.corrected())
                .ifPresent(this::takeBack);
        orders.byEntry(event.person(), event.entry())
                .filter(order -> order.stop() == null || order.stop().replaced())
                .ifPresent(order -> orders.insertStop(
                        order.id(),
                        new Stop(clock.instant(), false, null, order.signedBy()),
                        clock.instant(),
                        event.entry()));
    }

    // Only their author takes entries back
    private void takeBack(Administration dose) {
        if (dose.slot() != null) {
            doses.releaseSlot(dose.course(), dose.slot());
        }
        doses.insert(new Administration(
                AdministrationId.create(),
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
    }
}
