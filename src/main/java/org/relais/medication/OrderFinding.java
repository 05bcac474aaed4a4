package org.relais.medication;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Verdict;

/**
 * What a check found about an order that is about to be signed.
 *
 * @param rule the name of the rule
 * @param subject the allergy or the other drug, as written; null for what the reader may not see
 */
public record OrderFinding(
        String rule,
        MedicationLimits.Check check,
        Verdict verdict,
        @Nullable String subject) {}
