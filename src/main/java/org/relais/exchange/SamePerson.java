package org.relais.exchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.person.Identity;
import org.relais.person.PersonName;

/** Whether somebody in the register can be the person of a file at all. */
final class SamePerson {

    private SamePerson() {}

    /**
     * Whether they speak against each other: two different birth dates, or, while one of the dates is unknown, names
     * without a word in common. A name that changed on a known birth date is no contradiction.
     */
    static boolean contradicts(PersonName known, Identity given) {
        if (known.birthDate() != null && given.birthDate() != null) {
            return !known.birthDate().equals(given.birthDate());
        }
        var words = words(given.alias(), given.givenName(), given.familyName());
        return Collections.disjoint(words, words(known.display()));
    }

    private static Set<String> words(@Nullable String... names) {
        return Stream.of(names)
                .filter(name -> name != null)
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
