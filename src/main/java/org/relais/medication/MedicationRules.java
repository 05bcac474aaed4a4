package org.relais.medication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleKind;

/** The kinds of rule files this room owns. */
@Configuration(proxyBeanMethods = false)
public class MedicationRules {

    /** Lists of drugs: {@code USUAL_DRUGS}. */
    public static final RuleKind<DrugList> DRUG_LIST = new RuleKind<>("drug-list", DrugList.class, DrugList::check);

    /** What holds for every order: {@code MEDICATION}. */
    public static final RuleKind<MedicationLimits> LIMITS =
            new RuleKind<>("medication-limits", MedicationLimits.class, MedicationLimits::check);

    @Bean
    RuleKind<DrugList> drugListKind() {
        return DRUG_LIST;
    }

    @Bean
    RuleKind<MedicationLimits> medicationLimitsKind() {
        return LIMITS;
    }
}
