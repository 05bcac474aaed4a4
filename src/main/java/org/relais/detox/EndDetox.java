package org.relais.detox;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.DetoxId;

/**
 * Ends a withdrawal.
 *
 * @param stated the codes of the criteria that the physician or nurse states as met
 * @param reason why it ends with a criterion open, at least 10 characters; otherwise null
 */
public record EndDetox(
        DetoxId id,
        int expectedVersion,
        DetoxOutcome outcome,
        Set<String> stated,
        @Nullable String reason) {

    public EndDetox {
        stated = Set.copyOf(stated);
    }
}
