package org.relais.person;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The only questions that are answered about people of other centres: an exact family name with the birth date, or a
 * file number.
 */
public record ElsewhereQuestion(
        @Nullable String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String fileNumber) {
    public static ElsewhereQuestion named(String familyName, LocalDate birthDate) {
        return new ElsewhereQuestion(familyName, birthDate, null);
    }

    public static ElsewhereQuestion numbered(String fileNumber) {
        return new ElsewhereQuestion(null, null, fileNumber);
    }
}
