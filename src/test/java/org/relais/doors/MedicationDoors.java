package org.relais.doors;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.medication.Administrations;
import org.relais.medication.CorrectDose;
import org.relais.medication.DoseTime;
import org.relais.medication.DrugRoute;
import org.relais.medication.Effect;
import org.relais.medication.GiveDose;
import org.relais.medication.MedicationRecord;
import org.relais.medication.NotGivenReason;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Orders;
import org.relais.medication.Outcome;
import org.relais.medication.RecheckDose;
import org.relais.medication.Regimen;
import org.relais.medication.SignOrder;
import org.relais.medication.StopOrder;
import org.relais.medication.WithholdDose;
import org.relais.person.PersonService;
import org.relais.shared.AdministrationId;
import org.relais.shared.OrderId;
import org.relais.staff.Role;

/** The doors of medication. */
@TestComponent
class MedicationDoors extends RoomDoors {

    private static final OrderedDrug DRUG = new OrderedDrug(null, "thiamine", null, null, DrugRoute.ORAL, "mg");

    MedicationDoors(
            Orders orders,
            Administrations administrations,
            MedicationRecord record,
            PersonService people,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        prescriber(
                "Orders.check(Grant,CentreId,OrderedDrug,OrderId)",
                (grant, row) -> orders.check(grant, row.home().centre(), DRUG, null));
        prescriber(
                "Orders.sign(Grant,SignOrder)",
                (grant, row) -> undone(() -> orders.sign(
                        grant,
                        new SignOrder(
                                OrderId.create(),
                                row.home().centre(),
                                null,
                                DRUG,
                                new Regimen.Scheduled(List.of(new DoseTime(LocalTime.NOON, BigDecimal.TEN))),
                                "Prophylaxis",
                                true,
                                null,
                                null,
                                null,
                                Set.of(),
                                null))));
        write(
                "Orders.stop(Grant,StopOrder)",
                Section.MEDICAL,
                (grant, row) -> orders.stop(grant, new StopOrder(OrderId.create(), "There is none")));
        read(
                "Administrations.proposal(Grant,OrderId)",
                Section.MEDICAL,
                (grant, row) -> administrations.proposal(grant, OrderId.create()));
        write(
                "Administrations.give(Grant,GiveDose)",
                Section.MEDICAL,
                (grant, row) -> administrations.give(
                        grant,
                        new GiveDose(
                                AdministrationId.create(),
                                OrderId.create(),
                                null,
                                BigDecimal.TEN,
                                clock.instant(),
                                null,
                                null)));
        write(
                "Administrations.withhold(Grant,WithholdDose)",
                Section.MEDICAL,
                (grant, row) -> administrations.withhold(
                        grant,
                        new WithholdDose(
                                AdministrationId.create(),
                                OrderId.create(),
                                null,
                                NotGivenReason.ABSENT,
                                null,
                                clock.instant())));
        write(
                "Administrations.correct(Grant,CorrectDose)",
                Section.MEDICAL,
                (grant, row) -> administrations.correct(
                        grant,
                        new CorrectDose(
                                AdministrationId.create(),
                                AdministrationId.create(),
                                Outcome.ENTERED_IN_ERROR,
                                null,
                                null,
                                "There is none")));
        write(
                "Administrations.recheck(Grant,RecheckDose)",
                Section.MEDICAL,
                (grant, row) -> administrations.recheck(
                        grant, new RecheckDose(AdministrationId.create(), Effect.SAME, null, clock.instant())));
        read(
                "MedicationRecord.sheet(Grant,Instant)",
                Section.MEDICAL,
                (grant, row) -> record.sheet(grant, Instant.EPOCH));
        listInFull(
                "MedicationRecord.sheets(Scope,Collection,Instant)",
                Section.MEDICAL,
                (scope, row) -> record.sheets(
                        scope, Set.of(row.person()), clock.instant().minus(Duration.ofDays(1))));
        task(
                "MedicationRecord.given(Scope,Collection,Instant)",
                (scope, row) -> record.given(scope, Set.of(row.person()), Instant.EPOCH));
        read("PersonService.allergies(Grant)", Section.MEDICAL, (grant, row) -> people.allergies(grant));
    }

    private void prescriber(String key, BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.MEDICAL,
                Door.Kind.PERMITTED,
                EnumSet.of(Role.PHYSICIAN),
                null,
                (pass, row) -> call.apply((Grant) pass, row)));
    }
}
