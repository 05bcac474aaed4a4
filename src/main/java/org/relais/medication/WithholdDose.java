package org.relais.medication;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AdministrationId;
import org.relais.shared.OrderId;

/**
 * A dose was not given.
 *
 * @param slot the scheduled dose it answers; null for an order whose doses have no times
 * @param reason why, and with it whether it was refused, held or missed
 * @param words needed where the reason says nothing by itself
 */
public record WithholdDose(
        AdministrationId id,
        OrderId order,
        @Nullable SlotName slot,
        NotGivenReason reason,
        @Nullable String words,
        Instant observedAt) {}
