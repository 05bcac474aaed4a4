package org.relais.detox;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Grant;
import org.relais.escalation.DoseGroup;
import org.relais.escalation.Escalations;
import org.relais.escalation.GivenDose;
import org.relais.escalation.RaiseAlarm;
import org.relais.escalation.RecentDoses;
import org.relais.medication.Administration;
import org.relais.medication.DoseGiven;
import org.relais.medication.DoseNotGiven;
import org.relais.medication.MedicationDefinitions;
import org.relais.medication.MedicationRecord;
import org.relais.medication.OrderKind;

/**
 * Tells the rules of escalation what they ask about doses, which neither of the two rooms knows of the other: the doses
 * before a form (E07, E09a, E14), and that a dose reached the maximum its order allows (E14).
 */
@Component
class DoseAlarms implements RecentDoses {

    private static final String MAXIMUM = "DAILY_MAXIMUM";
    private static final Set<String> BUPRENORPHINE = Set.of("BUPRENORPHINE", "BUPRENORPHINE_NALOXONE");

    private final MedicationRecord medication;
    private final MedicationDefinitions drugs;
    private final Escalations escalations;

    DoseAlarms(MedicationRecord medication, MedicationDefinitions drugs, Escalations escalations) {
        this.medication = medication;
        this.drugs = drugs;
        this.escalations = escalations;
    }

    @Override
    public List<GivenDose> given(Grant write, Instant from, Instant until) {
        return medication.sheet(write, from).administrations().stream()
                .filter(Administration::given)
                .filter(dose ->
                        !dose.observedAt().isBefore(from) && !dose.observedAt().isAfter(until))
                .map(dose -> new GivenDose(groups(dose), dose.observedAt()))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void doseGiven(DoseGiven dose) {
        var given = dose.givenInWindow();
        var maximum = dose.maximum();
        if (given != null && maximum != null && given.compareTo(maximum) >= 0) {
            escalations.raise(
                    dose.write(),
                    new RaiseAlarm(dose.person(), dose.centre(), MAXIMUM, dose.administration(), dose.observedAt()));
        }
    }

    /** A dose that was none has reached no maximum. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void doseTakenBack(DoseNotGiven dose) {
        var corrects = dose.corrects();
        if (corrects != null) {
            escalations.takeBack(dose.write(), dose.person(), dose.centre(), corrects);
        }
    }

    private Set<DoseGroup> groups(Administration dose) {
        var groups = EnumSet.noneOf(DoseGroup.class);
        var code = dose.drug().code();
        if (dose.kind() == OrderKind.SYMPTOM_TRIGGERED) {
            groups.add(DoseGroup.BY_SYMPTOMS);
        }
        if (code == null) {
            return groups;
        }
        if (BUPRENORPHINE.contains(code)) {
            groups.add(DoseGroup.BUPRENORPHINE);
        }
        for (var one : drugs.drugs(dose.centre()).classesOf(code)) {
            if (one.opioid()) {
                groups.add(DoseGroup.OPIOID);
            }
            if (one.sedative()) {
                groups.add(DoseGroup.SEDATIVE);
            }
        }
        return groups;
    }
}
