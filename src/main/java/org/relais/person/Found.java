package org.relais.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * One person as a search found them.
 *
 * @param searchName every word they are or were known by, each after a blank
 * @param knownAs the name of a record that this one absorbed; null where it absorbed none
 * @param distance 0 when every word is exact; a beginning adds 1, a typing error 10
 */
record Found(
        PersonId person,
        FileNumber fileNumber,
        String searchName,
        @Nullable String alias,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean shownUnderAlias,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable Gender gender,
        @Nullable String knownAs,
        Set<CentreId> centres,
        int distance)
        implements Comparable<Found> {
    private static final int BEGINNING = 1;
    private static final int ERROR = 10;
    private static final Comparator<Found> BEST_FIRST = Comparator.comparingInt((Found found) -> found.distance())
            .thenComparing(Found::sortName)
            .thenComparing(found -> found.person().value());

    @Override
    public int compareTo(Found other) {
        return BEST_FIRST.compare(this, other);
    }

    /** With the distance to what was typed; empty when a word is further than one typing error from all of theirs. */
    Optional<Found> matching(SearchText text) {
        var mine = Arrays.asList(searchName.strip().split(" "));
        var sum = 0;
        for (var word : text.words()) {
            var least = nearest(word, mine);
            if (least > ERROR) {
                return Optional.empty();
            }
            sum += least;
        }
        return Optional.of(at(sum, centres));
    }

    /** The same person found again, by a better key or in a further centre. */
    Found and(Found again) {
        return at(Math.min(distance, again.distance), PersonFinder.both(centres, again.centres));
    }

    PersonName name() {
        return new PersonName(person, display(), display().equals(alias), fileNumber.toString(), birthDate);
    }

    @Nullable
    String otherName() {
        return DisplayName.other(alias, display(), knownAs);
    }

    PersonHit hit() {
        return new PersonHit(name(), birthYear, otherName(), centres, distance < ERROR);
    }

    PersonRow row(@Nullable PersonCursor cursor) {
        return new PersonRow(name(), birthYear, gender, otherName(), centres, cursor);
    }

    String sortName() {
        return DisplayName.sortName(alias, givenName, familyName, shownUnderAlias);
    }

    /** The year of birth, 0 when unknown. */
    int yearOfBirth() {
        if (birthDate != null) {
            return birthDate.getYear();
        }
        return birthYear == null ? 0 : birthYear;
    }

    private String display() {
        return DisplayName.of(alias, givenName, familyName, shownUnderAlias);
    }

    private static int nearest(String typed, List<String> words) {
        var least = Integer.MAX_VALUE;
        for (var word : words) {
            if (word.equals(typed)) {
                return 0;
            }
            if (word.startsWith(typed)) {
                least = Math.min(least, BEGINNING);
            } else if (typed.length() >= Closeness.SHORTEST && Closeness.within(typed, word)) {
                least = Math.min(least, ERROR);
            }
        }
        return least;
    }

    private Found at(int newDistance, Set<CentreId> newCentres) {
        return new Found(
                person,
                fileNumber,
                searchName,
                alias,
                givenName,
                familyName,
                shownUnderAlias,
                birthDate,
                birthYear,
                gender,
                knownAs,
                newCentres,
                newDistance);
    }
}
