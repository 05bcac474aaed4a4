package org.relais.person;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * How a person is named in a list.
 *
 * @param display given and family name, or the alias for as long as the person wishes it
 * @param alias whether {@code display} is an alias
 * @param fileNumber {@code RL-} and five or more digits
 * @param birthDate null when unknown, or when only the year is known
 */
public record PersonName(
        PersonId person,
        String display,
        boolean alias,
        String fileNumber,
        @Nullable LocalDate birthDate) {}
