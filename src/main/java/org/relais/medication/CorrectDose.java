package org.relais.medication;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AdministrationId;

/**
 * Corrects what was entered of a dose. The old row stays and is no longer counted.
 *
 * @param outcome what it was instead; {@link Outcome#ENTERED_IN_ERROR} takes it back altogether
 * @param dose when it was given
 * @param reason when it was not
 * @param words why it is corrected
 */
public record CorrectDose(
        AdministrationId id,
        AdministrationId corrects,
        Outcome outcome,
        @Nullable BigDecimal dose,
        @Nullable NotGivenReason reason,
        String words) {}
