package org.relais.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ConsentId;

/** A sharing consent in force; without an end it holds until withdrawn. */
public record SharingConsent(
        ConsentId id, Instant givenAt, @Nullable Instant until) {}
