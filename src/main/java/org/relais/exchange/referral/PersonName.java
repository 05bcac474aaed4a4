package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One name of the person, characters as given.
 *
 * @param use {@code official}, {@code usual}, {@code maiden} ... as the source says
 * @param given first names in order
 * @param prefixes forms of address, often in the language of the sending system
 */
public record PersonName(
        @Nullable String use,
        @Nullable String family,
        List<String> given,
        List<String> prefixes,
        List<String> suffixes,
        @Nullable String text) {

    public PersonName {
        given = List.copyOf(given);
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
    }
}
