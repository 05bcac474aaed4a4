package org.relais.person;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * What narrows the list of people.
 *
 * @param text as in {@link PersonService#search}; null or blank for everybody
 * @param centre one of the reader's centres, null for all of them
 */
public record PersonFilter(@Nullable String text, @Nullable CentreId centre) {
    public static PersonFilter everybody() {
        return new PersonFilter(null, null);
    }
}
