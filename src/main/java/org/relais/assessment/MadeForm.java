package org.relais.assessment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * That a form was made: no more of it than a clock needs.
 *
 * @param person the record it stands in
 * @param band of its result; null when it could not be scored
 */
public record MadeForm(
        PersonId person,
        CentreId centre,
        String instrument,
        Instant occurredAt,
        @Nullable String band) {}
