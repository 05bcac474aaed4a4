package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;

/**
 * A dose was given. Published within its transaction: what follows from it is stored with it or not at all.
 *
 * @param write by which it was entered
 * @param drugCode of the drug list; null for a drug that is not in it
 * @param classes the codes of its classes
 * @param sedative whether one of its classes sedates
 * @param opioid whether one of its classes is an opioid
 * @param form the scale that justified it; null where none did
 * @param givenInWindow of the drug within the order's window, this dose included; null where no maximum is ordered
 * @param maximum the order's; null where none is ordered
 * @param corrects the row this one corrects; null for a first one
 */
public record DoseGiven(
        Grant write,
        PersonId person,
        CentreId centre,
        AdministrationId administration,
        OrderId order,
        OrderKind kind,
        @Nullable String drugCode,
        String drug,
        Set<String> classes,
        boolean sedative,
        boolean opioid,
        BigDecimal dose,
        String unit,
        @Nullable AssessmentId form,
        @Nullable BigDecimal givenInWindow,
        @Nullable BigDecimal maximum,
        @Nullable AdministrationId corrects,
        Instant observedAt) {

    public DoseGiven {
        classes = Set.copyOf(classes);
    }
}
