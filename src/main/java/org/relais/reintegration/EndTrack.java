package org.relais.reintegration;

import org.jspecify.annotations.Nullable;

import org.relais.shared.TrackId;

/**
 * Ends a project; what comes after it is a new one.
 *
 * @param expectedVersion the version on the screen
 * @param reason up to 500 characters; required unless the aim was reached
 */
public record EndTrack(
        TrackId track, int expectedVersion, @Nullable String reason) {}
