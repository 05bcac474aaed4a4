package org.relais.demand;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item as it stands for a treatment, as far as the reader may see it.
 *
 * @param answers what was answered, the version in force first; empty while it was not asked
 * @param writable whether the reader may answer it
 * @param known what another room knows of it, for an item that was not asked
 */
public record IntakeField(
        DemandRule.Item item,
        List<IntakeAnswer> answers,
        boolean writable,
        @Nullable Known known) {

    public IntakeField {
        answers = List.copyOf(answers);
    }

    /** The answer in force; null while it was not asked. */
    public @Nullable IntakeAnswer answer() {
        return answers.isEmpty() ? null : answers.getFirst();
    }

    /**
     * What another room knows.
     *
     * @param source the key of the words for where it comes from
     * @param day since when, or of when
     */
    public record Known(String code, String source, LocalDate day) {}
}
