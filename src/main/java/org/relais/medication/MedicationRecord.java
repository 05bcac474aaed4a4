package org.relais.medication;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** Reads orders and what became of their doses: of one person, and of several for boards and lists. */
@Service
@Transactional(readOnly = true)
public class MedicationRecord {

    private final OrderTable orders;
    private final AdministrationTable doses;
    private final AccessService access;

    MedicationRecord(OrderTable orders, AdministrationTable doses, AccessService access) {
        this.orders = orders;
        this.doses = doses;
        this.access = access;
    }

    /**
     * A person's sheet since a moment. Of a section the reader may see only in summary, it says that there is something.
     *
     * @param read a grant for the medical section
     */
    public MedicationSheet sheet(Grant read, Instant since) {
        access.require(read, Section.MEDICAL, Right.READ);
        var allOrders = orders.of(read.people(), since);
        var allDoses = doses.of(read.people(), since);
        var shownOrders =
                allOrders.stream().filter(order -> Orders.readable(read, order)).toList();
        var shownDoses = allDoses.stream()
                .filter(row -> Administrations.readable(read, row))
                .toList();
        return new MedicationSheet(
                read.person(),
                shownOrders,
                shownDoses,
                shownOrders.size() < allOrders.size() || shownDoses.size() < allDoses.size());
    }

    /**
     * The sheets of several people since a moment, written at the centres of the scope: at most five SQL, however many
     * people. Of what another centre wrote, and of a section the person locked to others, a sheet of somebody who is
     * cared for here says that it exists. People without anything are missing.
     *
     * @param scope over the medical section, whose reader sees all of it; the people are those of a page already shown
     */
    public Map<PersonId, MedicationSheet> sheets(Scope scope, Collection<PersonId> people, Instant since) {
        access.requireFull(scope, Section.MEDICAL);
        var asked = people.stream()
                .filter(person -> !scope.hidden().contains(person))
                .toList();
        if (asked.isEmpty() || scope.centres().isEmpty()) {
            return Map.of();
        }
        var locked = access.lockedBy(scope, Section.MEDICAL, asked);
        var absorbed = orders.absorbed(asked);
        var known = new HashSet<>(asked);
        known.addAll(absorbed.keySet());
        var reach = new Reach(scope, locked, absorbed, orders.followed(asked, scope.centres()));
        var sheets = new HashMap<PersonId, Building>();
        orders.of(known, since)
                .forEach(order -> reach.add(
                        sheets, order.person(), order.centre(), order.signedBy(), sheet -> sheet.orders.add(order)));
        doses.of(known, since)
                .forEach(row ->
                        reach.add(sheets, row.person(), row.centre(), row.recordedBy(), sheet -> sheet.doses.add(row)));
        var whole = new HashMap<PersonId, MedicationSheet>();
        sheets.forEach((person, sheet) ->
                whole.put(person, new MedicationSheet(person, sheet.orders, sheet.doses, sheet.withheld)));
        return whole;
    }

    /**
     * Which drugs were given when, of some records since a moment; what was corrected or entered in error is left out.
     * One SQL.
     *
     * @param task of the figures of the house
     * @param records as they stand, each for itself: of what was merged nothing is added
     */
    public List<GivenDrug> given(Scope task, Collection<PersonId> records, Instant since) {
        access.requireTask(task, Purpose.COORDINATION);
        return records.isEmpty() ? List.of() : doses.given(records, since);
    }

    private record Reach(Scope scope, Set<PersonId> locked, Map<PersonId, PersonId> absorbed, Set<PersonId> followed) {

        void add(
                Map<PersonId, Building> sheets,
                PersonId person,
                CentreId centre,
                StaffId author,
                java.util.function.Consumer<Building> row) {
            var head = absorbed.getOrDefault(person, person);
            var here = scope.centres().contains(centre);
            if (!here && !followed.contains(head)) {
                return;
            }
            var sheet = sheets.computeIfAbsent(head, one -> new Building());
            var open = !locked.contains(head)
                    || scope.actor().isTask()
                    || author.equals(scope.actor().id());
            if (here && open) {
                row.accept(sheet);
            } else {
                sheet.withheld = true;
            }
        }
    }

    private static final class Building {

        private final List<MedicationOrder> orders = new java.util.ArrayList<>();
        private final List<Administration> doses = new java.util.ArrayList<>();
        private boolean withheld;
    }
}
