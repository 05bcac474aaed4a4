package org.relais.person;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * One answer of a search, in one's own centres.
 *
 * @param birthYear when only the year is known
 * @param otherName the alias of a person shown under their name, or the name of a record merged into theirs;
 *     null otherwise
 * @param centres those of the searcher where the person is known
 * @param certain whether every word was found as typed; false when a typing error was forgiven
 */
public record PersonHit(
        PersonName name,
        @Nullable Integer birthYear,
        @Nullable String otherName,
        Set<CentreId> centres,
        boolean certain) {
    public PersonHit {
        centres = Set.copyOf(centres);
    }
}
