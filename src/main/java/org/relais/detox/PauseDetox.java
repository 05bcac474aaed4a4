package org.relais.detox;

import org.jspecify.annotations.Nullable;

import org.relais.shared.DetoxId;

/**
 * Suspends watching, or takes it up again.
 *
 * @param reason why it is suspended; not asked for when it is taken up again
 */
public record PauseDetox(
        DetoxId id,
        int expectedVersion,
        boolean suspend,
        @Nullable String reason) {}
