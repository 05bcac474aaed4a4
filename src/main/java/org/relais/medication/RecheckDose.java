package org.relais.medication;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AdministrationId;

/** How it was after a dose given as needed or by symptoms. */
public record RecheckDose(
        AdministrationId dose, Effect effect, @Nullable String remark, Instant observedAt) {}
