package org.relais.medication;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.relais.shared.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** Allergies and duplicates, compared before an order is signed. */
class OrderSafetyTests {

    private static final OrderSafety SAFETY = new OrderSafety(SampleOrders.drugs(), SampleOrders.limits());

    @ParameterizedTest
    @CsvSource({
        "Diazepam,MED-01",
        "DIAZÉPAM (éruption),MED-01",
        "Allergie aux benzodiazépines,MED-01",
        "bensodiazepin,MED-01",
        "Amoxicilline,MED-02",
        "Ibuprofène,",
        "opioids,"
    })
    void an_allergy_is_compared_with_the_drug_and_its_classes(String allergy, String rule) {
        var found = SAFETY.check(SampleOrders.DIAZEPAM, List.of(allergy), List.of(), order -> true);
        if (rule == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(OrderFinding::rule).containsExactly(rule);
        }
    }

    @Test
    void a_drug_that_is_not_in_the_list_cannot_be_compared() {
        var drug = new OrderedDrug(null, "Baclofène", null, null, DrugRoute.ORAL, "mg");
        assertThat(SAFETY.check(drug, List.of("Ibuprofène"), List.of(), order -> true))
                .extracting(OrderFinding::check)
                .containsExactly(MedicationLimits.Check.ALLERGY_NOT_COMPARED);
        assertThat(SAFETY.check(drug, List.of("baclofene"), List.of(), order -> true))
                .extracting(OrderFinding::check)
                .containsExactly(MedicationLimits.Check.ALLERGY_MATCH);
    }

    @Test
    void the_same_drug_and_the_same_class_are_told_most_severe_first() {
        var same = SampleOrders.order(SampleOrders.WORKED, Instant.EPOCH, null);
        var oxazepam = new OrderedDrug("OXAZEPAM", "oxazépam", null, null, DrugRoute.ORAL, "mg");
        var akin = SampleOrders.order(oxazepam, SampleOrders.daily(10, "08:00"), Instant.EPOCH, null, null);
        var thiamine = new OrderedDrug("THIAMINE", "thiamine", null, null, DrugRoute.ORAL, "mg");
        var other = SampleOrders.order(thiamine, SampleOrders.daily(10, "08:00"), Instant.EPOCH, null, null);
        var found = SAFETY.check(
                SampleOrders.DIAZEPAM, List.of("Penicillin"), List.of(akin, other, same), order -> order != akin);
        assertThat(found)
                .containsExactly(
                        new OrderFinding(
                                "MED-03", MedicationLimits.Check.DUPLICATE_DRUG, Verdict.BLOCK_OVERRIDABLE, "diazépam"),
                        new OrderFinding(
                                "MED-02", MedicationLimits.Check.ALLERGY_NOT_COMPARED, Verdict.WARN, "Penicillin"),
                        new OrderFinding("MED-04", MedicationLimits.Check.DUPLICATE_CLASS, Verdict.WARN, null));
    }
}
