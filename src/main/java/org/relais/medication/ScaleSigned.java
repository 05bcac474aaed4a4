package org.relais.medication;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.assessment.FormSigned;

/** Tells, in the transaction of a signed scale, when the dose it asks for is forbidden by the order's maximum. */
@Component
class ScaleSigned {

    private final OrderTable orders;
    private final Findings findings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScaleSigned(OrderTable orders, Findings findings, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.findings = findings;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void formSigned(FormSigned form) {
        if (form.total() == null) {
            return;
        }
        var now = clock.instant();
        orders.of(form.write().people(), now).stream()
                .filter(order -> order.inForceAt(now))
                .filter(order -> order.regimen() instanceof Regimen.SymptomTriggered triggered
                        && triggered.scale().equals(form.instrument()))
                .forEach(order -> {
                    var proposal = findings.proposal(form.write(), order, now, null);
                    if (proposal.dose() != null
                            && proposal.obstacles().stream()
                                    .anyMatch(DoseProposal.Obstacle.Maximum.class::isInstance)) {
                        events.publishEvent(new DoseBlocked(
                                form.write(), form.person(), form.centre(), order.id(), form.form(), proposal));
                    }
                });
    }
}
