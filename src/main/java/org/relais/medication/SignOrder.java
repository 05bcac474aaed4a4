package org.relais.medication;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.OrderId;

/**
 * Signs an order.
 *
 * @param id given by the screen: signing it again changes nothing
 * @param replaces the order in force in whose place it stands from its start on; null for a new one
 * @param startsAt null for the moment of signing
 * @param endsAt the first moment at which it is no longer valid; null for none, and for a taper, which ends by itself
 * @param acknowledged the ids of the checks whose warning its prescriber has read
 * @param override why it is signed in spite of a check; null when none is needed
 */
public record SignOrder(
        OrderId id,
        CentreId centre,
        @Nullable OrderId replaces,
        OrderedDrug drug,
        Regimen regimen,
        String indication,
        boolean prophylaxis,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String note,
        Set<String> acknowledged,
        @Nullable Override override) {

    public SignOrder {
        acknowledged = Set.copyOf(acknowledged);
    }

    /**
     * Why an order is signed in spite of a check.
     *
     * @param reason one of the codes of {@link MedicationLimits#overrideReasons}
     */
    public record Override(String reason, String text) {}
}
