package org.relais.person;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a person is known, as typed. At least one of alias, given name and family name is needed; each has at most 80
 * characters. The birth lies between 1900 and today.
 *
 * @param shownUnderAlias whether lists and prints name the alias although a name is known
 * @param birthYear when only the year is known; ignored when there is a date
 */
public record Identity(
        @Nullable String alias,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean shownUnderAlias,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable Gender gender) {
    /** Somebody who gives no name. */
    public static Identity alias(String alias) {
        return new Identity(alias, null, null, true, null, null, null);
    }

    public static Identity named(String givenName, String familyName, @Nullable LocalDate birthDate) {
        return new Identity(null, givenName, familyName, false, birthDate, null, null);
    }

    public Identity withGender(@Nullable Gender said) {
        return new Identity(alias, givenName, familyName, shownUnderAlias, birthDate, birthYear, said);
    }

    public Identity withBirthYear(@Nullable Integer year) {
        return new Identity(alias, givenName, familyName, shownUnderAlias, birthDate, year, gender);
    }
}
