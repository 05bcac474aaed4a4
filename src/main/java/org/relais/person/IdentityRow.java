package org.relais.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.IdentityId;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** One checked version of how a person is known. */
record IdentityRow(
        IdentityId id,
        @Nullable String alias,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean shownUnderAlias,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable Gender gender,
        Instant recordedAt,
        StaffId recordedBy) {
    private static final int NAME = 80;
    private static final int WORDS = 8;
    private static final int EARLIEST = 1900;

    /**
     * Checks what was typed.
     *
     * @throws InvalidInput at the field that is refused
     */
    static IdentityRow checked(Identity typed, LocalDate today, Instant now, StaffId author) {
        var alias = name("alias", typed.alias());
        var given = name("givenName", typed.givenName());
        var family = name("familyName", typed.familyName());
        if (alias == null && given == null && family == null) {
            throw new InvalidInput("alias", "person.error.name-or-alias");
        }
        if (typed.birthDate() != null) {
            requireBirth("birthDate", typed.birthDate(), today);
        } else if (typed.birthYear() != null) {
            requireBirth("birthYear", typed.birthYear(), today);
        }
        return new IdentityRow(
                IdentityId.create(),
                alias,
                given,
                family,
                alias != null && (typed.shownUnderAlias() || (given == null && family == null)),
                typed.birthDate(),
                typed.birthDate() == null ? typed.birthYear() : null,
                typed.gender(),
                now,
                author);
    }

    static IdentityRow read(ResultSet row) throws SQLException {
        return new IdentityRow(
                new IdentityId(Utc.uuid(row, "identity_id")),
                row.getString("alias"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getBoolean("shown_under_alias"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("birth_year", Integer.class),
                row.getString("gender") == null ? null : Gender.valueOf(row.getString("gender")),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    /** Its words as a search compares them, each once; a name of more words than that is found by the first ones. */
    List<String> words() {
        var words = new LinkedHashSet<String>();
        for (var part : new String[] {familyName, givenName, alias}) {
            if (part != null) {
                words.addAll(NameWords.of(part));
            }
        }
        return words.stream().limit(WORDS).toList();
    }

    /** 0 when unknown. */
    int yearOfBirth() {
        if (birthDate != null) {
            return birthDate.getYear();
        }
        return birthYear == null ? 0 : birthYear;
    }

    String display() {
        return DisplayName.of(alias, givenName, familyName, shownUnderAlias);
    }

    String sortName() {
        return DisplayName.sortName(alias, givenName, familyName, shownUnderAlias);
    }

    IdentityVersion version() {
        return new IdentityVersion(
                alias, givenName, familyName, shownUnderAlias, birthDate, birthYear, gender, recordedAt, recordedBy);
    }

    private static @Nullable String name(String field, @Nullable String typed) {
        var name = FreeText.optionalLine(field, typed, NAME);
        if (name != null && NameWords.of(name).isEmpty()) {
            throw new InvalidInput(field, "person.error.name-letter");
        }
        return name;
    }

    private static void requireBirth(String field, LocalDate birth, LocalDate today) {
        if (birth.isAfter(today)) {
            throw new InvalidInput(field, "person.error.birth-future");
        }
        requireBirth(field, birth.getYear(), today);
    }

    private static void requireBirth(String field, int year, LocalDate today) {
        if (year > today.getYear()) {
            throw new InvalidInput(field, "person.error.birth-future");
        }
        if (year < EARLIEST) {
            throw new InvalidInput(field, "person.error.birth-early", String.valueOf(EARLIEST));
        }
    }
}
