package org.relais.person;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * One line of the list of people.
 *
 * @param birthYear when only the year is known
 * @param otherName the alias of a person shown under their name, or the name of a record merged into theirs;
 *     null otherwise
 * @param centres those of the reader where the person is known
 * @param cursor where the list goes on after this line; null in the answer to a search, which has one page
 */
public record PersonRow(
        PersonName name,
        @Nullable Integer birthYear,
        @Nullable Gender gender,
        @Nullable String otherName,
        Set<CentreId> centres,
        @Nullable PersonCursor cursor) {
    public PersonRow {
        centres = Set.copyOf(centres);
    }
}
