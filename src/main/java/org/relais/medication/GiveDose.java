package org.relais.medication;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AdministrationId;
import org.relais.shared.OrderId;

/**
 * A dose was given.
 *
 * @param id given by the screen: saving it again changes nothing
 * @param slot the scheduled dose it answers; null for an order whose doses have no times
 * @param observedAt when it was given
 * @param sedation as seen before it was given, where the order asks for it; null when not told
 * @param words why it differs from the order, in dose or in time; null when it does not
 */
public record GiveDose(
        AdministrationId id,
        OrderId order,
        @Nullable SlotName slot,
        BigDecimal dose,
        Instant observedAt,
        @Nullable Integer sedation,
        @Nullable String words) {}
