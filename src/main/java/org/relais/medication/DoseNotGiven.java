package org.relais.medication;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.shared.AdministrationId;
import org.relais.shared.CentreId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;

/**
 * A dose was refused, held or missed, or what was entered of one was taken back. Published within its transaction.
 *
 * @param reason null when it was taken back
 * @param corrects the row this one corrects; null for a first one
 */
public record DoseNotGiven(
        Grant write,
        PersonId person,
        CentreId centre,
        AdministrationId administration,
        OrderId order,
        OrderKind kind,
        @Nullable String drugCode,
        String drug,
        Outcome outcome,
        @Nullable NotGivenReason reason,
        @Nullable AdministrationId corrects,
        Instant observedAt) {}
