package org.relais.exchange.referral;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The person a referral is about.
 *
 * @param name the name to use: the official one, else the usual one, else the first that is not a former one; null when
 *     the source gives none
 * @param names every name given, the chosen one included
 * @param birthDate only when the day is known
 * @param birthYear known also when the day is not
 * @param deceased whether the source says that the person has died
 * @param languages language tags, the preferred one first
 */
public record IncomingPerson(
        SourceKey source,
        @Nullable PersonName name,
        List<PersonName> names,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        Gender gender,
        boolean deceased,
        @Nullable PointInTime deceasedAt,
        List<Identifier> identifiers,
        List<Contact> contacts,
        List<String> languages) {

    public IncomingPerson {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        contacts = List.copyOf(contacts);
        languages = List.copyOf(languages);
    }

    /** As the administration of the sender has it; {@code UNKNOWN} also when it says nothing. */
    public enum Gender {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }
}
