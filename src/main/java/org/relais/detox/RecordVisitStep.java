package org.relais.detox;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.DetoxId;
import org.relais.shared.VisitActId;

/**
 * Tells what was done around a visit.
 *
 * @param id given by the screen; telling it again changes nothing
 * @param visitDay the missed visit it follows up; null for any other step
 * @param at when it was done; null for now, not in the future
 * @param agreedAt when the person will come; for a new visit only, and in the future
 * @param means how they were brought; for emergency care only
 * @param informed who was informed; for emergency care only
 * @param note required for a welfare check, and where a physician decides against emergency care
 */
public record RecordVisitStep(
        VisitActId id,
        DetoxId detox,
        VisitStep step,
        @Nullable LocalDate visitDay,
        @Nullable Instant at,
        @Nullable Instant agreedAt,
        @Nullable EmergencyMeans means,
        @Nullable String informed,
        @Nullable String note) {}
