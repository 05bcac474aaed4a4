package org.relais.medication;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.rules.Rule;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.shared.CentreId;

/** The rules of this room as they are in force on a centre's day. */
@Component
public class MedicationDefinitions {

    private static final String USUAL_DRUGS = "USUAL_DRUGS";
    private static final String MEDICATION = "MEDICATION";

    private final Rules rules;
    private final Centres centres;
    private final Clock clock;

    MedicationDefinitions(Rules rules, Centres centres, Clock clock) {
        this.rules = rules;
        this.centres = centres;
        this.clock = clock;
    }

    public DrugList drugs(CentreId centre) {
        return inForce(MedicationRules.DRUG_LIST, USUAL_DRUGS, centre);
    }

    public MedicationLimits limits(CentreId centre) {
        return inForce(MedicationRules.LIMITS, MEDICATION, centre);
    }

    /** The clock by which a centre's doses are scheduled. */
    public ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }

    private <T extends Rule> T inForce(RuleKind<T> kind, String code, CentreId centre) {
        var today = centres.centre(centre).serviceDay().of(clock.instant());
        return rules.on(kind, code, today)
                .orElseThrow(() -> new IllegalStateException("No version of " + code + " is in force on " + today));
    }
}
