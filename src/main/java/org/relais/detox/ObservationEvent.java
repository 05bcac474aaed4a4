package org.relais.detox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Something that moves the clock of one observation. */
sealed interface ObservationEvent {

    /** When it happened, not when it was entered. */
    Instant at();

    /** @param band of the result; null when it could not be scored */
    record Completed(Instant at, @Nullable String band) implements ObservationEvent {}

    /** It was refused, or put off because the person slept. */
    record Omitted(Instant at, OmissionKind kind) implements ObservationEvent {}

    /** A dose was given. */
    record Dosed(Instant at) implements ObservationEvent {}
}
