package org.relais.person;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The only questions that are answered about people of other centres: an exact family name with the birth date, or a
 * file number.
 */
public record ElsewhereQuestion(
        @Nullable String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String fileNumber) {
    /** The question in what was typed into a search, if it is exact enough. */
    public static Optional<ElsewhereQuestion> read(@Nullable String typed) {
        var text = SearchText.parse(typed);
        if (text.fileNumber() != null) {
            return Optional.of(numbered(text.fileNumber().toString()));
        }
        return text.birthDate() == null || text.words().isEmpty()
                ? Optional.empty()
                : Optional.of(named(String.join(" ", text.words()), text.birthDate()));
    }

    public static ElsewhereQuestion named(String familyName, LocalDate birthDate) {
        return new ElsewhereQuestion(familyName, birthDate, null);
    }

    public static ElsewhereQuestion numbered(String fileNumber) {
        return new ElsewhereQuestion(null, null, fileNumber);
    }
}
