package org.relais.person;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/**
 * How the person was known from one time on. Exactly one version holds; the others are history.
 *
 * @param shownUnderAlias whether lists and prints name the alias
 * @param birthYear when only the year is known
 */
public record IdentityVersion(
        @Nullable String alias,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean shownUnderAlias,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable Gender gender,
        Instant recordedAt,
        StaffId recordedBy) {
    /** The name or the alias, whichever is shown. */
    public String display() {
        return DisplayName.of(alias, givenName, familyName, shownUnderAlias);
    }
}
