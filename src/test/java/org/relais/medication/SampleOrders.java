package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rules;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** Orders as tests need them. */
final class SampleOrders {

    static final OrderedDrug DIAZEPAM =
            new OrderedDrug("DIAZEPAM", "diazépam", "10 mg", DrugForm.TABLET, DrugRoute.ORAL, "mg");

    /** The order of the worked example of B.5. */
    static final Regimen.SymptomTriggered WORKED = triggered(List.of());

    private static final Rules RULES = new Rules(List.of(MedicationRules.DRUG_LIST, MedicationRules.LIMITS));

    private SampleOrders() {}

    static MedicationLimits limits() {
        return RULES.all(MedicationRules.LIMITS).getLast();
    }

    static DrugList drugs() {
        return RULES.all(MedicationRules.DRUG_LIST).getLast();
    }

    static Regimen.SymptomTriggered triggered(List<HoldRule> holds) {
        return new Regimen.SymptomTriggered(
                "CIWA_AR",
                List.of(
                        new BandDose(8, 14, dose(10), false),
                        new BandDose(15, 19, dose(20), false),
                        new BandDose(20, null, dose(20), true)),
                60,
                dose(120),
                holds,
                60);
    }

    static Regimen.Scheduled daily(int dose, String... times) {
        return new Regimen.Scheduled(Arrays.stream(times)
                .map(time -> new DoseTime(LocalTime.parse(time), dose(dose)))
                .toList());
    }

    static MedicationOrder order(Regimen regimen, Instant startsAt, @Nullable Instant endsAt) {
        return order(DIAZEPAM, regimen, startsAt, endsAt, null);
    }

    static MedicationOrder order(
            OrderedDrug drug,
            Regimen regimen,
            Instant startsAt,
            @Nullable Instant endsAt,
            MedicationOrder.@Nullable Stop stop) {
        var id = OrderId.create();
        return new MedicationOrder(
                id,
                id,
                null,
                PersonId.create(),
                CentreId.create(),
                null,
                drug,
                regimen,
                "Withdrawal",
                false,
                startsAt,
                endsAt,
                null,
                startsAt,
                StaffId.create(),
                EntryId.create(),
                stop);
    }

    static BigDecimal dose(long amount) {
        return BigDecimal.valueOf(amount);
    }
}
