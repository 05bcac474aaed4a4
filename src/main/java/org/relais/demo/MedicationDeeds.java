package org.relais.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.medication.Administrations;
import org.relais.medication.BandDose;
import org.relais.medication.DoseTime;
import org.relais.medication.DrugForm;
import org.relais.medication.DrugRoute;
import org.relais.medication.GiveDose;
import org.relais.medication.MedicationRecord;
import org.relais.medication.OrderFinding;
import org.relais.medication.OrderKind;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Orders;
import org.relais.medication.Regimen;
import org.relais.medication.SignOrder;
import org.relais.shared.AdministrationId;
import org.relais.shared.CentreId;
import org.relais.shared.OrderId;

/** The deeds of drugs: what the physician of the story ordered, and what was given of it. */
@Component
@ConditionalOnProperty("relais.demonstration")
class MedicationDeeds {

    private static final String INDICATION = "Sevrage d’alcool";
    private static final OrderedDrug DIAZEPAM =
            new OrderedDrug("DIAZEPAM", "diazépam", "10 mg", DrugForm.TABLET, DrugRoute.ORAL, "mg");
    private static final OrderedDrug THIAMINE =
            new OrderedDrug("THIAMINE", "thiamine", "100 mg", DrugForm.TABLET, DrugRoute.ORAL, "mg");

    private final Orders orders;
    private final Administrations doses;
    private final MedicationRecord record;
    private final HouseIndex house;

    MedicationDeeds(Orders orders, Administrations doses, MedicationRecord record, HouseIndex house) {
        this.orders = orders;
        this.doses = doses;
        this.record = record;
        this.house = house;
    }

    void perform(Grant write, Deed.OfMedication deed, Instant at) {
        switch (deed) {
            case Deed.OrderDiazepam(var centre) ->
                sign(
                        write,
                        house.centre(centre),
                        DIAZEPAM,
                        new Regimen.SymptomTriggered(
                                "CIWA_AR",
                                List.of(
                                        new BandDose(8, 14, BigDecimal.TEN, false),
                                        new BandDose(15, 19, BigDecimal.valueOf(20), false),
                                        new BandDose(20, null, BigDecimal.valueOf(20), true)),
                                60,
                                BigDecimal.valueOf(120),
                                List.of(),
                                60),
                        at.plus(Duration.ofDays(7)));
            case Deed.OrderThiamine(var centre) ->
                sign(
                        write,
                        house.centre(centre),
                        THIAMINE,
                        new Regimen.Scheduled(List.of(
                                new DoseTime(LocalTime.of(8, 0), BigDecimal.valueOf(100)),
                                new DoseTime(LocalTime.of(20, 0), BigDecimal.valueOf(100)))),
                        at.plus(Duration.ofDays(14)));
            case Deed.GiveProposed() -> give(write, at);
        }
    }

    private void sign(Grant write, CentreId centre, OrderedDrug drug, Regimen regimen, Instant endsAt) {
        // The physician of the story read what the checks found
        var read = orders.check(write, centre, drug, null).stream()
                .map(OrderFinding::rule)
                .collect(Collectors.toSet());
        orders.sign(
                write,
                new SignOrder(
                        OrderId.create(),
                        centre,
                        null,
                        drug,
                        regimen,
                        INDICATION,
                        drug == THIAMINE,
                        null,
                        endsAt,
                        null,
                        read,
                        null));
    }

    private void give(Grant write, Instant at) {
        for (var order : record.sheet(write, at.minus(Duration.ofDays(30))).inForce(at)) {
            if (order.regimen().type() != OrderKind.SYMPTOM_TRIGGERED) {
                continue;
            }
            var proposal = doses.proposal(write, order.id());
            var dose = proposal.dose();
            if (proposal.possible() && dose != null) {
                doses.give(write, new GiveDose(AdministrationId.create(), order.id(), null, dose, at, null, null));
            }
        }
    }
}
