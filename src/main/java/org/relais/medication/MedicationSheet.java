package org.relais.medication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

import org.relais.shared.OrderId;
import org.relais.shared.PersonId;

/**
 * A person's orders and what became of their doses, cut to what may be read. What is due is derived from it and from
 * the time alone; no job marks anything.
 *
 * @param orders those that had not ended when the sheet begins, the earliest begun first
 * @param administrations since the sheet begins, the latest first; what was corrected is among them
 * @param withheld whether there is something that is not shown
 */
public record MedicationSheet(
        PersonId person, List<MedicationOrder> orders, List<Administration> administrations, boolean withheld) {

    public MedicationSheet {
        orders = List.copyOf(orders);
        administrations = List.copyOf(administrations);
    }

    /** The scheduled doses of a span, in order of time. Limits and clock are those of each order's centre. */
    public List<DueDose> doses(Instant from, Instant to, Instant now, MedicationDefinitions definitions) {
        var answers = new HashMap<Answered, Administration>();
        administrations.stream()
                .filter(Administration::counts)
                .filter(row -> row.slot() != null)
                .forEach(row -> answers.put(new Answered(row.course(), row.slot()), row));
        var doses = new ArrayList<DueDose>();
        for (var order : orders) {
            var limits = definitions.limits(order.centre());
            for (var slot : DoseSchedule.slots(order, from, to, definitions.zone(order.centre()))) {
                doses.add(new DueDose(
                        person,
                        order,
                        slot,
                        DoseSchedule.status(slot.at(), now, limits),
                        answers.get(new Answered(order.course(), slot.name()))));
            }
        }
        doses.sort(Comparator.comparing((DueDose dose) -> dose.slot().at())
                .thenComparing(dose -> dose.order().drug().name())
                .thenComparing(dose -> dose.order().id().value()));
        return doses;
    }

    /** The re-checks nobody has done, in order of time. */
    public List<DueRecheck> rechecks() {
        var rechecks = new ArrayList<DueRecheck>();
        for (var dose : administrations) {
            if (dose.given() && dose.recheck() == null) {
                orders.stream()
                        .filter(order -> order.id().equals(dose.order()))
                        .findFirst()
                        .map(MedicationOrder::regimen)
                        .filter(Regimen.AsNeeded.class::isInstance)
                        .map(regimen -> ((Regimen.AsNeeded) regimen).recheckMinutes())
                        .ifPresent(minutes -> rechecks.add(
                                new DueRecheck(person, dose, dose.observedAt().plus(Duration.ofMinutes(minutes)))));
            }
        }
        rechecks.sort(Comparator.comparing(DueRecheck::dueAt));
        return rechecks;
    }

    /** Those in force at a moment. */
    public List<MedicationOrder> inForce(Instant moment) {
        return orders.stream().filter(order -> order.inForceAt(moment)).toList();
    }

    private record Answered(OrderId course, SlotName slot) {}
}
