package org.relais.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person told of the substances they use, in codes of the {@link SubstanceList}. Null, and an empty list, mean
 * that it was not asked; that something is not known is an answer.
 *
 * @param primary the substance that matters most to the person
 * @param firstUse the age at the first use of the primary substance
 * @param secondary the other substances in their order; alone, that there is none or that it is not known
 * @param polydrug whether the use of several is itself the problem
 * @param sharing whether needles or syringes were shared, in the codes of injecting
 * @param lastUseOn the day of the last use as told, where the centre is
 * @param lastUseAt its time, when the person could tell
 * @param lastUseAmount how much, in the person's words
 */
public record SubstanceAnswers(
        @Nullable String primary,
        @Nullable String route,
        @Nullable String frequency,
        @Nullable AgeAnswer firstUse,
        List<String> secondary,
        @Nullable String polydrug,
        @Nullable String injecting,
        @Nullable AgeAnswer firstInjection,
        @Nullable String sharing,
        @Nullable LocalDate lastUseOn,
        @Nullable LocalTime lastUseAt,
        @Nullable String lastUseAmount) {

    public SubstanceAnswers {
        secondary = List.copyOf(secondary);
    }

    /** Nothing was asked but the primary substance. */
    public static SubstanceAnswers primary(String code) {
        return new SubstanceAnswers(code, null, null, null, List.of(), null, null, null, null, null, null, null);
    }
}
